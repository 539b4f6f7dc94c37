import { carriesPersonalMail } from '@highwater/channels/catalog'
import { AppError, type ChannelId } from '@highwater/core'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '../../client/connect.ts'
import { idInput } from '../../queries/inputs.ts'
import { channel, installation } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { cancelUnsent } from '../cancel-unsent.ts'
import { defineCommand } from '../define-command.ts'
import { lockInstallation } from '../lock-installation.ts'

const subject = { id: '1', name: 'Highwater' }

/** Locked in full: whoever is planning messages has a share of the row, and is waited for. */
async function lockChannel(tx: Transaction, id: ChannelId | null) {
  if (id === null) return null
  const [row] = await tx
    .select({
      id: channel.id,
      name: channel.name,
      kind: channel.kind,
      department: channel.departmentId,
    })
    .from(channel)
    .where(and(eq(channel.id, id), isNull(channel.deletedAt), isNull(channel.personId)))
    .for('update')
  return row ?? null
}

/** A department's channel is changed by its own people, who would have everybody's mail in their hands. */
const carries = (row: { readonly kind: string; readonly department: string | null } | null) =>
  row !== null && row.department === null && carriesPersonalMail(row.kind)

/** Says which channel carries the mail to people at their own addresses; null for no such mail. */
export const setMailChannel = defineCommand({
  action: 'installation.update',
  input: z.strictObject({ channel: idInput<'channel'>().nullable() }),
  load: (tx) => lockInstallation(tx),
  resource: () => ({ department: null, subject }),
  async change(tx, present, input, { now }) {
    const result = { channel: input.channel }
    if (input.channel === present.mailChannelId) return { result, unchanged: true }
    const before = await lockChannel(tx, present.mailChannelId)
    const after = await lockChannel(tx, input.channel)
    if (input.channel !== null && !carries(after)) {
      const message = 'Choose an e-mail channel of the whole installation.'
      throw new AppError('invalid_input', message, { faults: [{ path: 'channel', message }] })
    }
    await tx.update(installation).set({ mailChannelId: input.channel })
    if (input.channel === null) {
      await cancelUnsent(tx, { mailboxes: 'all', reason: 'channel_disabled' }, now)
    }
    const snapshots = {
      before: { mailChannel: before?.name ?? null },
      after: { mailChannel: after?.name ?? null },
    }
    return {
      result,
      audit: [auditOf('installation.update', subject, snapshots)],
      topics: ['people', 'channels', 'deliveries'],
    }
  },
})
