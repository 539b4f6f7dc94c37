import type { ChannelId } from '@highwater/core'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { installation } from '../../schema/index.ts'
import { expectUnused } from '../subscription/users-of.ts'

/** The mail to people as a user of the channel that carries it; nothing where this one does not. */
export async function mailThrough(tx: Transaction, id: ChannelId) {
  const rows = await tx
    .select({ id: installation.id })
    .from(installation)
    .where(eq(installation.mailChannelId, id))
  return rows.map(() => ({ type: 'installation' as const, id: '1', name: 'mail to people' }))
}

/** @throws AppError `in_use` where the channel carries the mail to people */
export async function expectNoMail(
  tx: Transaction,
  { id, name }: { readonly id: ChannelId; readonly name: string },
): Promise<void> {
  expectUnused(name, await mailThrough(tx, id))
}
