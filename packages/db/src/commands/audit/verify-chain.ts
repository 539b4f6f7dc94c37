import { AppError } from '@highwater/core'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { verifyAudit } from '../../audit/verify-audit.ts'
import type { Transaction } from '../../client/connect.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'

/** Reading everything is work: one at a time is enough. */
async function expectToBeAlone(tx: Transaction): Promise<void> {
  const [row] = await tx.execute<{ alone: boolean }>(
    sql`select pg_try_advisory_xact_lock(7263004) as alone`,
  )
  if (!row?.alone) {
    throw new AppError('conflict', 'The audit is being verified already. Wait until that is done.')
  }
}

/** Verifies the whole audit and writes the verdict into it, where the page finds the last one. */
export const verifyAuditChain = defineCommand({
  action: 'audit.verify',
  input: z.strictObject({
    /** A checkpoint that was kept elsewhere and must still be there. */
    checkpoint: z.strictObject({ number: z.int().min(1), seal: z.string().max(100) }).optional(),
  }),
  load: async () => null,
  resource: () => ({}),
  async change(tx, _facts, { checkpoint }, { db, sealer }) {
    await expectToBeAlone(tx)
    const verdict = await verifyAudit(db, sealer, checkpoint ?? null)
    const risk = verdict.isIntact ? 'low' : 'urgent'
    return {
      result: verdict,
      audit: [auditOf('audit.verify', null, { after: verdict }, { risk })],
      topics: [],
    }
  },
})
