import type { SuppressionDetail } from '@highwater/core/notify'

/** What the detail of a reason has to show, in the order in which a reader asks for it. */
export interface ReasonFacts {
  readonly subscription: string | null
  readonly silence: string | null
  readonly person: string | null
  /** The channel that tells it instead. */
  readonly channel: string | null
  /** The hours of the subscription, as their clock shows them. */
  readonly hours: { readonly from: string; readonly until: string; readonly zone: string } | null
  /** When it ends, begins or is summed up: epoch milliseconds. */
  readonly at: number | null
}

const textIn = (detail: SuppressionDetail, key: string): string | null => {
  const value = detail[key]
  return typeof value === 'string' && value !== '' ? value : null
}

/** Takes the stored detail of a reason apart; what is not known is null. */
export function factsOfReason(detail: SuppressionDetail | null): ReasonFacts | null {
  if (detail === null) return null
  const subscription = textIn(detail, 'subscription')
  const from = textIn(detail, 'from')
  const until = textIn(detail, 'until')
  const zone = textIn(detail, 'timeZone')
  const at = [detail.begins, detail.digestAt, detail.until].find((time) => typeof time === 'number')
  return {
    subscription,
    person: textIn(detail, 'person'),
    channel: textIn(detail, 'channel'),
    silence: subscription === null ? textIn(detail, 'name') : null,
    hours: from !== null && until !== null && zone !== null ? { from, until, zone } : null,
    at: typeof at === 'number' ? at : null,
  }
}
