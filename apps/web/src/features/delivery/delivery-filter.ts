import { type AlertId, type ChannelId, type Instant, isId } from '@highwater/core'
import { messageKinds } from '@highwater/core/notify'
import { definedOnly } from '~/list/defined-only.ts'
import { oneOf } from '~/list/read-list-query.ts'
import { rangeStart } from '~/list/time-range.ts'
import { type DeliveryQuery, deliveryStates } from './delivery-filters.tsx'

/** A filter that does not exist filters nothing: an address may be old or mistyped. */
export const deliveryFilter = (query: DeliveryQuery, now: Instant) =>
  definedOnly({
    channel: query.channel && isId(query.channel) ? (query.channel as ChannelId) : undefined,
    alert: query.alert && isId(query.alert) ? (query.alert as AlertId) : undefined,
    state: oneOf(deliveryStates, query.state),
    kind: oneOf(messageKinds, query.kind),
    from: rangeStart(query.range, now),
    cursor: query.cursor,
  })
