import { admittedWithoutRule, claimRulesInput } from '@highwater/core/sign-in'
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { sessionGrant, signInPolicy } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { isSame } from '../same.ts'
import { resolveRules } from './resolve-rules.ts'

/**
 * Changes who is let in through providers and as what: the rules as a whole, in their order, and what
 * the provider of the environment may do. Everybody signed in who can be checked is checked at once.
 */
export const updateSignInPolicy = defineCommand({
  action: 'signIn.write',
  input: z.strictObject({
    rules: claimRulesInput.optional(),
    withoutRule: z.enum(admittedWithoutRule).optional(),
    environmentLinksByEmail: z.boolean().optional(),
    environmentVouchesForEmail: z.boolean().optional(),
    expectedVersion,
  }),
  async load(tx) {
    const [row] = await tx.select().from(signInPolicy).for('update')
    if (!row) throw new Error('There is no sign-in policy: the migrations have not been run.')
    return row
  },
  resource: () => ({ department: null, subject: { id: 'rules', name: 'claim rules' } }),
  async change(tx, present, input, _context) {
    const { rules, withoutRule, version } = present
    const { environmentLinksByEmail, environmentVouchesForEmail } = present
    const before = { rules, withoutRule, environmentLinksByEmail, environmentVouchesForEmail }
    expectVersion('list of rules', version, input.expectedVersion, { version, ...before })
    const after = {
      rules: input.rules === undefined ? rules : await resolveRules(tx, input.rules),
      withoutRule: input.withoutRule ?? withoutRule,
      environmentLinksByEmail: input.environmentLinksByEmail ?? environmentLinksByEmail,
      environmentVouchesForEmail: input.environmentVouchesForEmail ?? environmentVouchesForEmail,
    }
    if (isSame(before, after)) return { result: { version }, unchanged: true }
    await tx.update(signInPolicy).set({ ...after, version: version + 1 })
    if (!isSame(before.rules, after.rules) || withoutRule !== after.withoutRule) {
      await tx
        .update(sessionGrant)
        .set({ checkAt: sql`now()` })
        .where(eq(sessionGrant.canRefresh, true))
    }
    const subject = { id: 'rules', name: 'claim rules' }
    return {
      result: { version: version + 1 },
      audit: [auditOf('signIn.write', subject, { before, after })],
      topics: [],
    }
  },
})
