import { hours, type Millis, millis, plus, seconds } from '@highwater/core'
import { faultIsOfChannel, type SendOutcome } from '@highwater/core/delivery'
import { z } from 'zod'
import type { ChannelIo } from '../io.ts'
import { memoryKey } from '../memory.ts'
import type { DescribeAttempt } from './attempt-detail.ts'
import { readJson } from './parse-json.ts'

/** How many calls are under way together: enough for speed, too few to look like an attack. */
const atOnce = 8

/** Well within the lease of an attempt; what is left then goes on in the next one. */
const longest = seconds(25)

const progressSchema = z.object({ done: z.int(), refused: z.array(z.string()) })
type Progress = Readonly<z.output<typeof progressSchema>>

type Delivery = Pick<ChannelIo, 'deliveryId' | 'memory' | 'now'>

/** How far deliveries have come in this process, where workers share no memory. */
const progress = new Map<string, Progress>()
const mostRemembered = 200
const keptFor = hours(24)

const keyOf = ({ deliveryId }: Delivery): string => memoryKey('progress', deliveryId)

/** Where an earlier attempt ended. Losing it repeats calls, which receivers of incidents recognise. */
async function reachedBefore(io: Delivery): Promise<Progress | null> {
  if (io.memory === undefined) return progress.get(io.deliveryId) ?? null
  const known = await io.memory.recall(keyOf(io))
  return known === null ? null : readJson(known.text, progressSchema)
}

async function remember(io: Delivery, reached: Progress): Promise<void> {
  if (io.memory !== undefined) {
    const text = JSON.stringify(reached)
    return io.memory.keep(keyOf(io), { text, until: plus(io.now(), keptFor) })
  }
  progress.delete(io.deliveryId)
  progress.set(io.deliveryId, reached)
  const [oldest] = progress.keys()
  if (progress.size > mostRemembered && oldest !== undefined) progress.delete(oldest)
}

/** Sent again it begins anew. */
async function forget(io: Delivery, reached: Progress | null): Promise<void> {
  progress.delete(io.deliveryId)
  if (reached !== null) await io.memory?.forget(keyOf(io), JSON.stringify(reached))
}

/** A refusal of this one alert does not keep the others back. */
const isOfItemAlone = (outcome: SendOutcome): boolean =>
  outcome.kind === 'rejected' && !faultIsOfChannel[outcome.fault]

export interface Each<Item> {
  readonly items: readonly Item[]
  nameOf(item: Item): string
  send(item: Item): Promise<SendOutcome>
  /** No more calls than this in one attempt, which leaves the receiver alone for the pause after it. */
  readonly pace?: { readonly most: number; readonly pause: Millis }
}

/**
 * Sends one call for each alert of a message. Only receivers that recognise repeats may be sent to
 * in this way: an attempt that ends early goes on later, a little before the place where it ended.
 */
export async function sendEach<Item>(
  { items, nameOf, send, pace }: Each<Item>,
  io: Delivery,
  describe: DescribeAttempt,
): Promise<SendOutcome> {
  const [only] = items
  if (items.length === 1 && only !== undefined) return send(only)
  const end = plus(io.now(), longest)
  const known = await reachedBefore(io)
  const begin = known?.done ?? 0
  let done = begin
  const refused = [...(known?.refused ?? [])]
  /** What is shown of many answers: a refusal where there is one. */
  let evidence: SendOutcome = { kind: 'delivered', detail: describe('accepted') }
  while (done < items.length) {
    const room = pace === undefined ? atOnce : Math.min(atOnce, begin + pace.most - done)
    if (io.now() > end || room <= 0) {
      await remember(io, { done, refused })
      const told = `${done} of ${items.length}`
      const detail = describe('goes-on-soon', { providerMessage: told })
      return { kind: 'throttled', retryAt: plus(io.now(), pace?.pause ?? millis(100)), detail }
    }
    const chunk = items.slice(done, done + room)
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
      await remember(io, { done, refused })
      return stopped
    }
  }
  await forget(io, known)
  if (refused.length === 0 || refused.length === items.length) return evidence
  return { kind: 'partial', refused, detail: { ...evidence.detail, reason: 'some-alerts-refused' } }
}
