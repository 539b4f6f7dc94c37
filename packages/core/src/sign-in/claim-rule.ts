import { z } from 'zod'
import type { DepartmentId } from '../ids.ts'
import {
  type DepartmentRole,
  departmentRoles,
  type GlobalRole,
  globalRoles,
} from '../permissions/actor.ts'
import { claimName } from './provider.ts'

export const claimMatches = ['equals', 'starts_with', 'always'] as const
export type ClaimMatch = (typeof claimMatches)[number]

export const ruleEffects = ['admit', 'refuse'] as const
export type RuleEffect = (typeof ruleEffects)[number]

/** A role in a department, as a rule gives it. */
export interface DepartmentGrant {
  readonly department: DepartmentId
  readonly role: DepartmentRole
}

/** What a claim with a certain value means. Rules stand in an order; the first that settles a thing settles it. */
export interface ClaimRule {
  /** Null: of whichever provider. */
  readonly provider: string | null
  /** Null: the claim that the provider's settings name for groups. */
  readonly claim: string | null
  readonly match: ClaimMatch
  readonly value: string
  readonly effect: RuleEffect
  /** Null: says nothing of the global role. */
  readonly role: GlobalRole | null
  readonly departments: readonly DepartmentGrant[]
}

const value = z.string().max(400, 'Use at most 400 characters.')

/** A rule as it is written; a department by its id or its name. */
export const claimRuleInput = z
  .strictObject({
    provider: z.string().max(64).nullable().default(null),
    claim: claimName.nullable().default(null),
    match: z.enum(claimMatches),
    value: value.default(''),
    effect: z.enum(ruleEffects).default('admit'),
    role: z.enum(globalRoles).nullable().default(null),
    departments: z
      .array(
        z.strictObject({
          department: z.string().min(1, 'Name a department.'),
          role: z.enum(departmentRoles),
        }),
      )
      .max(50, 'Use at most 50 departments.')
      .default([]),
  })
  .refine((rule) => rule.match === 'always' || rule.value !== '', {
    path: ['value'],
    message: 'Give the value to look for.',
  })
  .refine(
    (rule) => rule.effect === 'admit' || (rule.role === null && rule.departments.length === 0),
    { path: ['effect'], message: 'A rule that refuses gives nothing.' },
  )

export const claimRulesInput = z.array(claimRuleInput).max(200, 'Use at most 200 rules.')
export type ClaimRuleInput = z.input<typeof claimRuleInput>
