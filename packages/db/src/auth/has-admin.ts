import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '../client/connect.ts'
import { account } from '../schema/index.ts'

/** Whether somebody can administer this installation. Lock the installation to rely on the answer. */
export async function hasAdmin(tx: Transaction): Promise<boolean> {
  const rows = await tx
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.role, 'admin'), isNull(account.disabledAt)))
    .limit(1)
  return rows.length > 0
}
