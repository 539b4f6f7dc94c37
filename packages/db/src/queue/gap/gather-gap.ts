import { type AlertId, type ChannelId, hours, plus, type SubscriptionId } from '@highwater/core'
import { intoGapDigests } from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'
import type { Restraint } from '../outbox/restraint.ts'

/** A search that takes longer than this tells what it has found so far. */
const longestSearch = hours(1)

const readGathering = (tx: TransactionSql, gap: AlertId) => tx<
  { channel: ChannelId; subscription: SubscriptionId }[]
>`
  select channel_id as channel, subscription_id as subscription from digest
  where why = 'gap' and closed_at is null and gap_alert_id = ${gap}`

/** Puts all that is planned into the digests of a gap: one per channel, and no message of its own. */
export const gatherGap =
  (gap: AlertId): Restraint =>
  async (tx, planned, now, { subscriptions }) => {
    const gathering = await readGathering(tx, gap)
    const inNameOf = new Map(
      gathering.flatMap(({ channel, subscription }) =>
        subscriptions
          .filter(({ id }) => id === subscription)
          .map((known) => [channel, known] as const),
      ),
    )
    return intoGapDigests(planned, { gap, inNameOf, dueAt: plus(now, longestSearch) })
  }
