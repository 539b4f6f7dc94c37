import type { AlertDetail, AlertNotification } from '@highwater/db/queries'

/** Whether anybody heard of an alert, and if not, everything that explains it. */
export type Heard =
  | {
      readonly is: 'told'
      readonly firstAt: number
      readonly first: string | null
      /** Further channels that heard of it, in the order in which they did. */
      readonly others: readonly string[]
    }
  | { readonly is: 'waiting'; readonly channels: readonly string[] }
  /** Each reason once, the newest first. */
  | { readonly is: 'nobody'; readonly reasons: readonly string[] }
  | { readonly is: 'never_fired' }

const arrived = ({ state }: AlertNotification) => state === 'delivered' || state === 'partial'
const waits = ({ state }: AlertNotification) =>
  state === 'pending' || state === 'sending' || state === 'retrying'
const timeOf = ({ settledAt, createdAt }: AlertNotification): number => settledAt ?? createdAt

const channelsOf = (messages: readonly AlertNotification[]): string[] => [
  ...new Set(messages.flatMap(({ channel }) => channel?.name ?? [])),
]

/** Newer reasons say more: what was superseded counts only where nothing else is known. */
function reasonsOf(told: readonly AlertNotification[]): string[] {
  const reasons = new Set(told.toReversed().flatMap(({ reason }) => reason ?? []))
  if (reasons.size > 1) reasons.delete('superseded')
  return [...reasons]
}

/** Sums up who heard of an alert. `told` is in the order of writing, and the newest part of it. */
export function heardOf({
  told,
  firstTold,
  firedAt,
}: Pick<AlertDetail, 'told' | 'firstTold' | 'firedAt'>): Heard {
  if (firstTold !== null) {
    const { at, channel } = firstTold
    const delivered = told.filter(arrived).toSorted((left, right) => timeOf(left) - timeOf(right))
    const others = channelsOf(delivered).filter((name) => name !== channel)
    return { is: 'told', firstAt: at, first: channel, others }
  }
  const waiting = told.filter(waits)
  if (waiting.length > 0) return { is: 'waiting', channels: channelsOf(waiting) }
  if (firedAt === null) return { is: 'never_fired' }
  return { is: 'nobody', reasons: reasonsOf(told) }
}
