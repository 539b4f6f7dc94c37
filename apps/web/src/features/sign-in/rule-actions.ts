'use server'

import { departmentRoles, globalRoles } from '@highwater/core/permissions'
import {
  admittedWithoutRule,
  type ClaimRuleInput,
  claimMatches,
  environmentProvider,
  ruleEffects,
} from '@highwater/core/sign-in'
import type { ClaimRuleItem } from '@highwater/db/queries'
import { revalidatePath } from 'next/cache'
import { swapped } from '~/features/level-rules/swapped.ts'
import { answerForm, answerPlainForm } from '~/forms/answer-form.ts'
import type { FormState } from '~/forms/form-state.ts'
import { oneOf } from '~/list/read-list-query.ts'
import type { caller } from '~/trpc/server.tsx'
import type { TryState } from './try-state.ts'

type Api = Awaited<ReturnType<typeof caller>>

const page = '/settings/sign-in'
const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()
const orNull = (text: string): string | null => (text === '' ? null : text)

/** A stored rule as it is written: a department that is gone is dropped with the next change. */
const written = ({ departments, ...rule }: ClaimRuleItem): ClaimRuleInput => ({
  ...rule,
  departments: departments.flatMap(({ department, role }) =>
    department === null ? [] : [{ department: department.id, role }],
  ),
})

function ruleFrom(form: FormData): ClaimRuleInput {
  const match = oneOf(claimMatches, textOf(form, 'match')) ?? 'equals'
  const effect = oneOf(ruleEffects, textOf(form, 'effect')) ?? 'admit'
  const roles = form.getAll('departmentRole').map(String)
  const departments = form.getAll('department').flatMap((department, index) =>
    department === ''
      ? []
      : [
          {
            department: String(department),
            role: oneOf(departmentRoles, roles[index]) ?? 'viewer',
          },
        ],
  )
  return {
    provider: orNull(textOf(form, 'provider')),
    claim: orNull(textOf(form, 'claim')),
    match,
    value: match === 'always' ? '' : textOf(form, 'value'),
    effect,
    role: effect === 'refuse' ? null : (oneOf(globalRoles, textOf(form, 'role')) ?? null),
    departments: effect === 'refuse' ? [] : departments,
  }
}

/** Writes the rules anew from those that the page showed; a rule that somebody else changed is safe. */
async function rewrite(
  api: Api,
  form: FormData,
  change: (rules: readonly ClaimRuleInput[]) => readonly ClaimRuleInput[],
): Promise<void> {
  const { rules } = await api.signIn.policy()
  await api.signIn.updatePolicy({
    rules: [...change(rules.map(written))],
    expectedVersion: Number(textOf(form, 'version')),
  })
  revalidatePath(page)
}

/** Faults of one rule are said at the fields of its form. */
const placeOf = (form: FormData): number => Number(textOf(form, 'place'))

const atFields = (state: FormState): FormState => ({
  ...state,
  fieldErrors: Object.fromEntries(
    Object.entries(state.fieldErrors).map(([path, fault]) => [
      path.replace(/^rules(\[\d+\]|\.\d+)\.?/, '').replace(/^departments.*/, 'departments'),
      fault,
    ]),
  ),
})

export const saveRule = async (before: FormState, form: FormData): Promise<FormState> =>
  atFields(
    await answerPlainForm(before, (api) => {
      const rule = ruleFrom(form)
      const isNew = textOf(form, 'place') === ''
      return rewrite(api, form, (rules) =>
        isNew ? [...rules, rule] : rules.with(placeOf(form), rule),
      )
    }),
  )

export const removeRule = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, (api) => rewrite(api, form, (rules) => rules.toSpliced(placeOf(form), 1)))

/** Exchanges a rule with the one after it. */
export const swapRule = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, (api) => rewrite(api, form, (rules) => swapped(rules, placeOf(form))))

/** Says whether people come in of whom no rule speaks. */
export const saveWithoutRule = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.signIn.updatePolicy({
      withoutRule: oneOf(admittedWithoutRule, textOf(form, 'withoutRule')) ?? 'nobody',
      expectedVersion: Number(textOf(form, 'version')),
    })
    revalidatePath(page)
  })

/** Tries the rules in force on a token. */
export async function tryRules(before: TryState, form: FormData): Promise<TryState> {
  return answerForm<TryState>(before, {
    refused: () => ({ tried: null }),
    async done(api) {
      const provider = textOf(form, 'provider')
      const groupsClaim = textOf(form, 'groupsClaim')
      const tried = await api.signIn.tryRules({
        provider,
        token: textOf(form, 'token'),
        ...(provider === environmentProvider ? { groupsClaim } : {}),
      })
      return { tried }
    },
  })
}
