import { departmentRoles, globalRoles } from '@highwater/core/permissions'
import {
  admittedWithoutRule,
  claimMatches,
  clientAuthentications,
  ruleEffects,
  ruleVerdicts,
} from '@highwater/core/sign-in'
import { z } from 'zod'
import { id, named, time } from '../../wire.ts'

export const providerAnswer = z
  .object({
    id,
    name: z.string(),
    issuer: z.string(),
    endpoints: z
      .object({
        authorization: z.string(),
        token: z.string(),
        jwks: z.string(),
        userinfo: z.string().nullable(),
        endSession: z.string().nullable(),
      })
      .nullable()
      .describe("Null: read from the issuer's discovery document."),
    clientId: z.string(),
    clientSecret: z.literal('set').describe('The secret is written, never read.'),
    clientAuthentication: z.enum(clientAuthentications),
    scopes: z.array(z.string()),
    groupsClaim: z.string(),
    clockToleranceSeconds: z.int(),
    recheckMinutes: z.int().describe('How often the groups of somebody signed in are asked again.'),
    vouchesForEmail: z.boolean(),
    linksByEmail: z.boolean(),
    enabled: z.boolean(),
    people: z.int().describe('How many people have come through it.'),
    version: z.int(),
    createdAt: time,
  })
  .meta({ id: 'SignInProvider' })

const grants = z.array(
  z.object({
    department: named.nullable().describe('Null: it is gone, and nothing is given there.'),
    role: z.enum(departmentRoles),
  }),
)

export const withoutRuleMeaning =
  "Whom no rule mentions: let nobody in, the people of the environment's provider, or those of any; they come in as users without a department."

export const rulesAnswer = z
  .object({
    rules: z
      .array(
        z.object({
          provider: z.string().nullable().describe('Null: whichever it is.'),
          claim: z.string().nullable().describe("Null: the provider's claim of groups."),
          match: z.enum(claimMatches),
          value: z.string(),
          effect: z.enum(ruleEffects),
          role: z.enum(globalRoles).nullable(),
          departments: grants,
        }),
      )
      .describe(
        'In their order. All that match add up; what an earlier one settled stays; one that refuses ends it.',
      ),
    withoutRule: z.enum(admittedWithoutRule).describe(withoutRuleMeaning),
    environmentLinksByEmail: z.boolean(),
    environmentVouchesForEmail: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'SignInRules' })

export const rulesTriedAnswer = z.object({
  admitted: z.boolean(),
  because: z.enum(['no_rule', 'refused_by_rule']).nullable(),
  withoutRule: z.boolean().describe('Admitted though no rule mentions them.'),
  role: z.enum(globalRoles).nullable(),
  departments: grants,
  steps: z.array(
    z.object({
      rule: z.int().describe('Its place, counted from 1.'),
      verdict: z.enum(ruleVerdicts),
      claim: z.string(),
      matched: z.array(z.string()),
      role: z.enum(globalRoles).nullable(),
      departments: grants,
    }),
  ),
})
