import type { ChannelItem } from '@highwater/db/queries'

type Standing = Pick<ChannelItem, 'healthReason' | 'lastDeliveredAt' | 'lastFailedAt'>

/** A reason is kept from the last attempt that failed until the next one is delivered. */
export const hasFailedLast = ({ healthReason, lastDeliveredAt, lastFailedAt }: Standing): boolean =>
  healthReason !== null && (lastDeliveredAt === null || (lastFailedAt ?? 0) > lastDeliveredAt)
