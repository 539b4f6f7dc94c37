import { assertNever } from '../assert-never.ts'
import type { DepartmentId } from '../ids.ts'
import type { GlobalRole } from '../permissions/actor.ts'
import type { ClaimRule, DepartmentGrant } from './claim-rule.ts'
import { type Claims, valuesOf } from './claims.ts'
import { environmentProvider } from './provider.ts'

/** What a rule made of somebody. */
export const ruleVerdicts = [
  'admits',
  'refuses',
  'other_provider',
  'claim_absent',
  'no_match',
  'not_reached',
] as const
export type RuleVerdict = (typeof ruleVerdicts)[number]

/** One rule's part, for the page that explains and for the audit. */
export interface RuleStep {
  /** The rule's place, counted from 1. */
  readonly rule: number
  readonly verdict: RuleVerdict
  readonly claim: string
  /** The values that matched. */
  readonly matched: readonly string[]
  /** What this rule settled: not what an earlier rule had settled already. */
  readonly role: GlobalRole | null
  readonly departments: readonly DepartmentGrant[]
}

/** Whom a provider knows may come in though no rule says anything of them: as users without a department. */
export const admittedWithoutRule = ['nobody', 'environment', 'anybody'] as const
export type AdmittedWithoutRule = (typeof admittedWithoutRule)[number]

export type Admission =
  | {
      readonly admitted: true
      /** No rule said anything: the installation lets such people in all the same. */
      readonly withoutRule: boolean
      readonly role: GlobalRole
      readonly departments: readonly DepartmentGrant[]
      readonly steps: readonly RuleStep[]
    }
  | {
      readonly admitted: false
      readonly because: 'no_rule' | 'refused_by_rule'
      readonly steps: readonly RuleStep[]
    }

/** Somebody at the door. */
export interface Presented {
  readonly provider: string
  readonly groupsClaim: string
  readonly claims: Claims
}

type Tried = Pick<RuleStep, 'verdict' | 'claim' | 'matched'>

function matching(rule: ClaimRule, values: readonly string[]): readonly string[] {
  switch (rule.match) {
    case 'equals':
      return values.filter((value) => value === rule.value)
    case 'starts_with':
      return values.filter((value) => value.startsWith(rule.value))
    case 'always':
      return values
    default:
      return assertNever(rule.match)
  }
}

function tryRule(rule: ClaimRule, { provider, groupsClaim, claims }: Presented): Tried {
  const claim = rule.claim ?? groupsClaim
  const miss = (verdict: RuleVerdict): Tried => ({ verdict, claim, matched: [] })
  if (rule.provider !== null && rule.provider !== provider) return miss('other_provider')
  const hit: RuleVerdict = rule.effect === 'refuse' ? 'refuses' : 'admits'
  if (rule.match === 'always') return miss(hit)
  const values = valuesOf(claims, claim)
  if (values === null) return miss('claim_absent')
  const matched = matching(rule, values)
  return matched.length === 0 ? miss('no_match') : { verdict: hit, claim, matched }
}

const comesWithoutRule = (who: AdmittedWithoutRule, { provider }: Presented): boolean =>
  who === 'anybody' || (who === 'environment' && provider === environmentProvider)

export interface AdmissionPolicy {
  readonly rules: readonly ClaimRule[]
  readonly withoutRule: AdmittedWithoutRule
}

/**
 * Whether somebody may come in, and with which rights. Rules are asked in their order. All that match
 * add up; what an earlier one settled, the global role or the role in one department, stays. A rule
 * that refuses ends the matter. Of whom no rule speaks, `withoutRule` decides.
 * @param living departments that exist; a grant of any other is passed over
 */
export function admit(
  { rules, withoutRule }: AdmissionPolicy,
  presented: Presented,
  living: ReadonlySet<DepartmentId>,
): Admission {
  const steps: RuleStep[] = []
  const departments = new Map<DepartmentId, DepartmentGrant>()
  let role: GlobalRole | null = null
  let isAdmitted = false
  let isRefused = false
  for (const [at, rule] of rules.entries()) {
    const tried: Tried = isRefused
      ? { verdict: 'not_reached', claim: rule.claim ?? presented.groupsClaim, matched: [] }
      : tryRule(rule, presented)
    const given = tried.verdict === 'admits' ? rule : { role: null, departments: [] }
    const settled: Pick<RuleStep, 'role' | 'departments'> = {
      role: role === null ? given.role : null,
      departments: given.departments.filter(
        ({ department }) => living.has(department) && !departments.has(department),
      ),
    }
    role ??= settled.role
    for (const grant of settled.departments) departments.set(grant.department, grant)
    isAdmitted ||= tried.verdict === 'admits'
    isRefused ||= tried.verdict === 'refuses'
    steps.push({ rule: at + 1, ...tried, ...settled })
  }
  if (isRefused) return { admitted: false, because: 'refused_by_rule', steps }
  if (!isAdmitted && !comesWithoutRule(withoutRule, presented)) {
    return { admitted: false, because: 'no_rule', steps }
  }
  const rights = { role: role ?? 'user', departments: [...departments.values()] }
  return { admitted: true, withoutRule: !isAdmitted, ...rights, steps }
}
