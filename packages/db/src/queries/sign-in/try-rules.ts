import { AppError, isId, parseInput, type SignInProviderId } from '@highwater/core'
import type { Actor, GlobalRole } from '@highwater/core/permissions'
import {
  admit,
  type Claims,
  claimRulesInput,
  environmentProvider,
  providerDefaults,
  type RuleStep,
} from '@highwater/core/sign-in'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { readSignInPolicy } from '../../auth/provider/known-provider.ts'
import type { Database } from '../../client/connect.ts'
import { resolveRules } from '../../commands/sign-in/resolve-rules.ts'
import { department, signInProvider } from '../../schema/index.ts'
import { permit } from '../permit.ts'
import { type NamedGrant, nameGrants } from './policy.ts'

export const tryRulesInput = z.strictObject({
  /** A provider's id, or `environment`. */
  provider: z.string().min(1).max(64).default(environmentProvider),
  /** Where the environment's provider keeps the groups; those of the console have told. */
  groupsClaim: z.string().max(200).optional(),
  /** An identity token as it is, or its claims as JSON. It is read and not kept. */
  token: z.string().trim().min(2, 'Paste a token or its claims.').max(20_000),
  /** Rules that are not saved yet; those in force when left out. */
  rules: claimRulesInput.optional(),
})

/** What the rules would make of a token. */
export interface RulesTried {
  readonly admitted: boolean
  readonly because: 'no_rule' | 'refused_by_rule' | null
  /** Admitted though no rule says anything of them. */
  readonly withoutRule: boolean
  readonly role: GlobalRole | null
  readonly departments: readonly NamedGrant[]
  readonly steps: readonly (Omit<RuleStep, 'departments'> & {
    readonly departments: readonly NamedGrant[]
  })[]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The claims of a token, read without any check: nobody signs in with it. */
function claimsOf(token: string): Claims {
  const [, payload = ''] = token.split('.')
  const text = token.startsWith('{') ? token : Buffer.from(payload, 'base64url').toString('utf8')
  const claims = parseJson(text)
  if (typeof claims === 'object' && claims !== null && !Array.isArray(claims)) {
    return claims as Claims
  }
  const message = 'This is neither an identity token nor a JSON object of claims.'
  throw new AppError('invalid_input', message, { faults: [{ path: 'token', message }] })
}

async function groupsClaimOf(db: Database, key: string): Promise<string> {
  if (!isId(key)) return providerDefaults.groupsClaim
  const [row] = await db.orm
    .select({ settings: signInProvider.settings })
    .from(signInProvider)
    .where(and(eq(signInProvider.id, key as SignInProviderId), isNull(signInProvider.deletedAt)))
  return row?.settings.groupsClaim ?? providerDefaults.groupsClaim
}

/** Shows which rules match a token and what its owner would get. Changes and keeps nothing. */
export async function trySignInRules(
  db: Database,
  viewer: Actor,
  given: z.input<typeof tryRulesInput>,
): Promise<RulesTried> {
  permit(viewer, 'signIn.read')
  const { provider, token, rules, groupsClaim } = parseInput(tryRulesInput, given)
  const claims = claimsOf(token)
  const { withoutRule, ...stored } = await readSignInPolicy(db.orm)
  const asked = rules === undefined ? stored.rules : await resolveRules(db.orm, rules)
  const living = await db.orm
    .select({ id: department.id })
    .from(department)
    .where(isNull(department.deletedAt))
  const admission = admit(
    { rules: asked, withoutRule },
    { provider, groupsClaim: groupsClaim ?? (await groupsClaimOf(db, provider)), claims },
    new Set(living.map(({ id }) => id)),
  )
  const named = await nameGrants(db.orm)
  return {
    admitted: admission.admitted,
    because: admission.admitted ? null : admission.because,
    withoutRule: admission.admitted && admission.withoutRule,
    role: admission.admitted ? admission.role : null,
    departments: admission.admitted ? named(admission.departments) : [],
    steps: admission.steps.map((step) => ({ ...step, departments: named(step.departments) })),
  }
}
