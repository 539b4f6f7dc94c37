import { between, type Instant, millis, seconds } from '@highwater/core'
import type { ChannelIo, MailRefusal, MailRequest, MailResult } from '../io.ts'
import {
  isOfRecipients,
  isPassing,
  rememberSettled,
  type Settled,
  settledAfter,
} from './late-recipients.ts'

/** Well within the lease of an attempt: who is not offered by then waits for the next one. */
export const longestAttempt = seconds(40)

/** As long as the first, of which the client has its own idea. */
const longestTransaction = seconds(30)

/** With less left none begins: of one cut off after the final dot nobody knows what became. */
const shortestTransaction = seconds(10)

/** X.5.3 of RFC 3463; some servers say it in words alone. */
const isOverLimit = ({ text }: MailRefusal): boolean =>
  /^\d{3}[ -]\d\.5\.3\b/.test(text) || /too many recipients/i.test(text)

/** The last transaction of an attempt, and what was settled by those before it. */
export interface Handed {
  readonly result: MailResult
  readonly recipients: readonly string[]
  readonly known: Settled | null
}

export interface Transactions {
  readonly io: Pick<ChannelIo, 'deliveryId' | 'memory' | 'now'>
  /** When the attempt has to be over. */
  readonly end: Instant
  sendTo(recipients: readonly string[], limit: Pick<MailRequest, 'timeout'>): Promise<MailResult>
}

/**
 * Hands the mail to the server. Whom it refuses only because a transaction may have no more
 * recipients is offered in further ones, until time is up or one of them has reached nobody.
 */
export async function sendToAll(
  recipients: readonly string[],
  known: Settled | null,
  transactions: Transactions,
): Promise<Handed> {
  const result = await transactions.sendTo(recipients, {})
  return sendRest({ result, recipients, known }, transactions)
}

async function sendRest(handed: Handed, transactions: Transactions): Promise<Handed> {
  const { result, recipients, known } = handed
  if (result.kind !== 'accepted') return handed
  const { io, end, sendTo } = transactions
  const overLimit = result.refused.filter(isOverLimit)
  const left = between(io.now(), end)
  if (overLimit.length === 0 || left < shortestTransaction) return handed
  const rest = overLimit.map(({ recipient }) => recipient)
  const judged = recipients.filter((each) => !rest.includes(each))
  const others = result.refused.filter((refusal) => !isOverLimit(refusal))
  const settled = settledAfter(known, judged, others, io.now())
  // Kept before the next one begins, so that nobody of these gets it twice whatever becomes of that.
  await rememberSettled(io, settled)
  const next = await sendTo(rest, { timeout: millis(Math.min(longestTransaction, left)) })
  if (next.kind === 'failed' && next.left) {
    return { result: next, recipients: rest, known: settled }
  }
  const putOff = others.filter(({ code }) => isPassing(code))
  // Whoever a failed one has not judged is still put off by the words of the last that was accepted.
  const refused = [...putOff, ...(isOfRecipients(next) ? next.refused : overLimit)]
  const { text } = next.kind === 'accepted' ? next : result
  const after: Handed = {
    result: { kind: 'accepted', text, refused },
    recipients: rest,
    known: settled,
  }
  return next.kind === 'accepted' ? sendRest(after, transactions) : after
}
