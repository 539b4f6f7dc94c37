import { hours, type Millis, millis, plus, seconds } from '@highwater/core'
import { faultIsOfChannel, type SendOutcome } from '@highwater/core/delivery'
import { z } from 'zod'
import type { ChannelIo } from '../io.ts'
import { memoryKey } from '../memory.ts'
import type { Incident } from '../text/incidents.ts'
import type { DescribeAttempt } from './attempt-detail.ts'
import { readJson } from './parse-json.ts'

/** How many calls are under way together: enough for speed, too few to look like an attack. */
const atOnce = 8

/** Well within the lease of an attempt; what is left then goes on in the next one. */
const longest = seconds(25)

/** Which items are settled, by `settledAs`: a digest may be written anew, in another order, between attempts. */
const progressSchema = z.object({ settled: z.array(z.string()), refused: z.array(z.string()) })
type Progress = Readonly<z.output<typeof progressSchema>>

type Delivery = Pick<ChannelIo, 'deliveryId' | 'memory' | 'now'>

/** How far deliveries have come in this process, where workers share no memory. */
const progress = new Map<string, Progress>()
const mostRemembered = 200
const keptFor = hours(24)

const keyOf = ({ deliveryId }: Delivery): string => memoryKey('progress', deliveryId)

/** What earlier attempts have settled. Losing it repeats calls, which receivers of incidents recognise. */
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

interface Item {
  readonly incident: Pick<Incident, 'shortId' | 'isOver'>
}

/** An alert that is over by now is to be told again, though it was told while it was open. */
const settledAs = ({ incident }: Item): string =>
  incident.isOver ? `${incident.shortId} over` : incident.shortId

const inPart = (isSo: boolean): { readonly inPart?: true } => (isSo ? { inPart: true } : {})

export interface Calls<Each extends Item> {
  readonly items: readonly Each[]
  send(item: Each): Promise<SendOutcome>
  /** No more calls than this in one attempt, which leaves the receiver alone for the pause after it. */
  readonly pace?: { readonly most: number; readonly pause: Millis }
}

/**
 * Sends one call for each alert of a message. Only receivers that recognise repeats may be sent to
 * in this way: an attempt that ends early goes on later with what it had not settled.
 */
export async function sendEach<Each extends Item>(
  { items, send, pace }: Calls<Each>,
  io: Delivery,
  describe: DescribeAttempt,
): Promise<SendOutcome> {
  const [only] = items
  if (items.length === 1 && only !== undefined) return send(only)
  const end = plus(io.now(), longest)
  const known = await reachedBefore(io)
  const settled = new Set(known?.settled)
  const refused = [...(known?.refused ?? [])]
  const open = items.filter((item) => !settled.has(settledAs(item)))
  let done = 0
  /** What is shown of many answers: a refusal where there is one. */
  let evidence: SendOutcome = { kind: 'delivered', detail: describe('accepted') }
  while (done < open.length) {
    const room = pace === undefined ? atOnce : Math.min(atOnce, pace.most - done)
    if (io.now() > end || room <= 0) {
      await remember(io, { settled: [...settled], refused })
      const told = `${items.length - open.length + done} of ${items.length}`
      const detail = describe('goes-on-soon', { providerMessage: told })
      const retryAt = plus(io.now(), pace?.pause ?? millis(100))
      return { kind: 'throttled', retryAt, detail, ...inPart(settled.size > refused.length) }
    }
    const chunk = open.slice(done, done + room)
    const outcomes = await Promise.all(chunk.map((item) => send(item)))
    const stop = outcomes.findIndex((each) => each.kind !== 'delivered' && !isOfItemAlone(each))
    const answered = stop === -1 ? outcomes : outcomes.slice(0, stop)
    for (const [index, outcome] of answered.entries()) {
      const item = chunk[index]
      if (item !== undefined) settled.add(settledAs(item))
      if (outcome.kind === 'rejected' && item !== undefined) refused.push(item.incident.shortId)
      if (outcome.kind === 'rejected' || evidence.kind !== 'rejected') evidence = outcome
    }
    done += answered.length
    const stopped = outcomes[stop]
    if (stopped !== undefined) {
      await remember(io, { settled: [...settled], refused })
      const arrived = outcomes.some(({ kind }) => kind === 'delivered')
      return { ...stopped, ...inPart(arrived || settled.size > refused.length) }
    }
  }
  await forget(io, known)
  if (refused.length === 0 || refused.length === items.length) return evidence
  return { kind: 'partial', refused, detail: { ...evidence.detail, reason: 'some-alerts-refused' } }
}
