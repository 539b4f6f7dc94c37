'use server'

import type { DepartmentId } from '@highwater/core'
import { type LevelRuleId, protectionLevels } from '@highwater/core/policy'
import { revalidatePath } from 'next/cache'
import { answerForm, answerPlainForm } from '~/forms/answer-form.ts'
import type { FormState } from '~/forms/form-state.ts'
import { oneOf } from '~/list/read-list-query.ts'
import type { ApplyState } from './apply-state.ts'

const page = '/settings/alerts'
const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()
const orNull = (text: string): string | null => (text === '' ? null : text)
const ruleOf = (form: FormData) => textOf(form, 'rule') as LevelRuleId
const levelOf = (form: FormData) => oneOf(protectionLevels, textOf(form, 'level')) ?? 'low'

export const saveRule = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    const rule = {
      department: orNull(textOf(form, 'department')),
      tag: orNull(textOf(form, 'tag')),
      level: levelOf(form),
    }
    if (ruleOf(form) === '') await api.levelRule.create(rule)
    else {
      const expectedVersion = Number(textOf(form, 'version'))
      await api.levelRule.update({ ...rule, rule: ruleOf(form), expectedVersion })
    }
    revalidatePath(page)
  })

export const removeRule = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.levelRule.remove({ rule: ruleOf(form) })
    revalidatePath(page)
  })

export const orderRules = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.levelRule.order({ rules: textOf(form, 'rules').split(',') })
    revalidatePath(page)
  })

export const saveDefaultLevel = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    const department = textOf(form, 'department') as DepartmentId
    await api.levelRule.setDefaultLevel({ department, level: levelOf(form) })
    revalidatePath(page)
  })

/** Puts the projects that there are under the levels that the rules give. */
export async function applyRules(before: ApplyState): Promise<ApplyState> {
  return answerForm<ApplyState>(before, {
    refused: () => ({ result: null }),
    async done(api) {
      const result = await api.levelRule.applyToProjects({})
      revalidatePath('/settings/alerts/level-rules/apply')
      return { result }
    },
  })
}
