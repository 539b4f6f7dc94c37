import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { foundOne } from '../../queries/not-found.ts'
import { apiToken } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'

/** Ends a token at once and for good; its row stays, so that the audit can name it. */
export const revokeToken = defineCommand({
  action: 'token.revoke',
  input: z.strictObject({ token: idInput<'token'>() }),
  async load(tx, input) {
    const rows = await tx
      .select()
      .from(apiToken)
      .where(eq(apiToken.id, input.token))
      .for('no key update')
    return foundOne(rows, 'token')
  },
  resource: (row) => ({ department: row.departmentId, owner: row.userId, subject: row }),
  hides: 'token',
  async change(tx, row, _input, { now }) {
    if (row.revokedAt !== null) return { result: { id: row.id }, unchanged: true }
    await tx.update(apiToken).set({ revokedAt: now }).where(eq(apiToken.id, row.id))
    const before = { name: row.name, scope: row.scope, revoked: false }
    return {
      result: { id: row.id },
      audit: [auditOf('token.revoke', row, { before, after: { ...before, revoked: true } })],
      topics: ['tokens'],
    }
  },
})
