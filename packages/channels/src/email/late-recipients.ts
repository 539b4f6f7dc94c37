import { hours, type Instant, instant, minutes, plus } from '@highwater/core'
import { z } from 'zod'
import type { ChannelIo, MailRefusal, MailResult } from '../io.ts'
import { memoryKey } from '../memory.ts'
import { readJson } from '../outcome/parse-json.ts'

/** Those whom one delivery has reached, or never will, while others were put off. */
export interface Settled {
  /** When it was first put off. */
  readonly since: Instant
  readonly reached: readonly string[]
  readonly refused: readonly MailRefusal[]
}

const settledSchema = z.object({
  since: z.number().transform(instant),
  reached: z.array(z.string()),
  refused: z.array(
    z.object({ recipient: z.string(), code: z.number().nullable(), text: z.string() }),
  ),
})

type Delivery = Pick<ChannelIo, 'deliveryId' | 'memory' | 'now'>

/** Of this process, where workers share no memory. */
const settled = new Map<string, Settled>()
const mostRemembered = 500
const keptFor = hours(24)

const keyOf = ({ deliveryId }: Delivery): string => memoryKey('late recipients', deliveryId)

/** Losing it sends the mail once more to those who have it, under the same Message-ID. */
export async function settledOf(io: Delivery): Promise<Settled | null> {
  if (io.memory === undefined) return settled.get(io.deliveryId) ?? null
  const known = await io.memory.recall(keyOf(io))
  return known === null ? null : readJson(known.text, settledSchema)
}

export async function forgetSettled(io: Delivery): Promise<void> {
  settled.delete(io.deliveryId)
  const known = await io.memory?.recall(keyOf(io))
  if (known) await io.memory?.forget(keyOf(io), known.text)
}

export async function rememberSettled(io: Delivery, reached: Settled): Promise<void> {
  if (io.memory !== undefined) {
    const text = JSON.stringify(reached)
    return io.memory.keep(keyOf(io), { text, until: plus(io.now(), keptFor) })
  }
  settled.delete(io.deliveryId)
  settled.set(io.deliveryId, reached)
  const [oldest] = settled.keys()
  if (settled.size > mostRemembered && oldest !== undefined) settled.delete(oldest)
}

/** Who tries sooner is put off for longer: five minutes is what greylisting commonly asks for. */
export const breath = minutes(5)

/** Whoever is still put off after this is left out, so that a full mailbox is a matter of minutes. */
const patience = minutes(20)

export const isPatient = (since: Instant, now: Instant): boolean => now < plus(since, patience)

/** 4xx passes, 5xx stays. */
export const isPassing = (code: number | null): boolean =>
  code !== null && code >= 400 && code < 500

/** Who is settled after a transaction, beside those of earlier ones: whoever is not put off. */
export function settledAfter(
  known: Settled | null,
  recipients: readonly string[],
  refused: readonly MailRefusal[],
  now: Instant,
): Settled {
  const names = new Set(refused.map(({ recipient }) => recipient))
  const lasting = refused.filter(({ code }) => !isPassing(code))
  return {
    since: known?.since ?? now,
    reached: [...(known?.reached ?? []), ...recipients.filter((each) => !names.has(each))],
    refused: [...(known?.refused ?? []), ...lasting],
  }
}

/** What became of a mail when whoever was put off has been taken out of the settings meanwhile. */
export function nobodyLeft({ reached, refused }: Settled): MailResult {
  const [first] = refused
  return reached.length > 0 || first === undefined
    ? { kind: 'accepted', text: '', refused: [] }
    : { kind: 'refused', step: 'recipients', code: first.code, text: first.text, refused }
}

type OfRecipients =
  | Extract<MailResult, { kind: 'accepted' }>
  | (Extract<MailResult, { kind: 'refused' }> & { readonly step: 'recipients' })

/** Whether the server has judged the recipients one by one, and nothing beyond them. */
export const isOfRecipients = (result: MailResult): result is OfRecipients =>
  result.kind === 'accepted' ||
  (result.kind === 'refused' && result.step === 'recipients' && result.refused.length > 0)
