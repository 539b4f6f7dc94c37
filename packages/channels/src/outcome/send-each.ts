import { millis, plus, seconds } from '@highwater/core'
import { faultIsOfChannel, type SendOutcome } from '@highwater/core/delivery'
import type { ChannelIo } from '../io.ts'
import type { DescribeAttempt } from './attempt-detail.ts'

/** How many calls are under way together: enough for speed, too few to look like an attack. */
const atOnce = 8

/** Well within the lease of an attempt; what is left then goes on in the next one. */
const longest = seconds(25)

interface Progress {
  readonly done: number
  readonly refused: readonly string[]
}

/**
 * How far deliveries have come that take several calls. It lives in this process only: losing it
 * repeats calls, which receivers of incidents recognise.
 */
const progress = new Map<string, Progress>()
const mostRemembered = 200

function remember(deliveryId: string, reached: Progress): void {
  progress.delete(deliveryId)
  progress.set(deliveryId, reached)
  const [oldest] = progress.keys()
  if (progress.size > mostRemembered && oldest !== undefined) progress.delete(oldest)
}

/** A refusal of this one alert does not keep the others back. */
const isOfItemAlone = (outcome: SendOutcome): boolean =>
  outcome.kind === 'rejected' && !faultIsOfChannel[outcome.fault]

export interface Each<Item> {
  readonly items: readonly Item[]
  nameOf(item: Item): string
  send(item: Item): Promise<SendOutcome>
}

/**
 * Sends one call for each alert of a message. Only receivers that recognise repeats may be sent to
 * in this way: an attempt that ends early goes on later, a little before the place where it ended.
 */
export async function sendEach<Item>(
  { items, nameOf, send }: Each<Item>,
  io: Pick<ChannelIo, 'deliveryId' | 'now' | 'signal'>,
  describe: DescribeAttempt,
): Promise<SendOutcome> {
  const [only] = items
  if (items.length === 1 && only !== undefined) return send(only)
  const end = plus(io.now(), longest)
  const known = progress.get(io.deliveryId)
  let done = known?.done ?? 0
  const refused = [...(known?.refused ?? [])]
  /** What is shown of many answers: a refusal where there is one. */
  let evidence: SendOutcome = { kind: 'delivered', detail: describe('accepted') }
  while (done < items.length) {
    if (io.now() > end) {
      remember(io.deliveryId, { done, refused })
      const told = `${done} of ${items.length}`
      const detail = describe('goes-on-soon', { providerMessage: told })
      return { kind: 'throttled', retryAt: plus(io.now(), millis(100)), detail }
    }
    const chunk = items.slice(done, done + atOnce)
    const outcomes = await Promise.all(chunk.map((item) => send(item)))
    const stop = outcomes.findIndex((each) => each.kind !== 'delivered' && !isOfItemAlone(each))
    const settled = stop === -1 ? outcomes : outcomes.slice(0, stop)
    settled.forEach((outcome, index) => {
      const item = chunk[index]
      if (outcome.kind === 'rejected' && item !== undefined) refused.push(nameOf(item))
      if (outcome.kind === 'rejected' || evidence.kind !== 'rejected') evidence = outcome
    })
    done += settled.length
    const stopped = outcomes[stop]
    if (stopped !== undefined) {
      remember(io.deliveryId, { done, refused })
      return stopped
    }
  }
  progress.delete(io.deliveryId)
  if (refused.length === 0 || refused.length === items.length) return evidence
  return { kind: 'partial', refused, detail: { ...evidence.detail, reason: 'some-alerts-refused' } }
}
