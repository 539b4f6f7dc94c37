import { between, type Instant, seconds } from '@highwater/core'
import type { ChannelIo, MailRefusal, MailRequest, MailResult, NetworkFailure } from '../io.ts'
import {
  isOfRecipients,
  isPassing,
  rememberSettled,
  type Settled,
  settledAfter,
} from './late-recipients.ts'

/** Well within the lease of an attempt: who is not offered by then waits for the next one. */
export const longestAttempt = seconds(40)

/** What the client allows a transaction of itself. */
const longestTransaction = seconds(30)

/** With less left none begins: of one cut off after the final dot nobody knows what became. */
const shortestTransaction = seconds(10)

/** X.5.3 of RFC 3463; some servers say it in words alone. */
const isOverLimit = ({ text }: MailRefusal): boolean =>
  /^\d{3}[ -]\d\.5\.3\b/.test(text) || /too many recipients/i.test(text)

/** By RFC 5321, 4.5.3.1.10. Older servers say 552, which is as little a word on the recipient. */
const tooManyRecipients = 452

const asPassing = (refusal: MailRefusal): MailRefusal =>
  isOverLimit(refusal) ? { ...refusal, code: tooManyRecipients } : refusal

/** The last transaction of an attempt, and what was settled by those before it. */
export interface Handed {
  readonly result: MailResult
  readonly recipients: readonly string[]
  readonly known: Settled | null
}

type Limit = Pick<MailRequest, 'timeout'>

export interface Transactions {
  readonly io: Pick<ChannelIo, 'deliveryId' | 'memory' | 'now'>
  /** When the attempt has to be over. */
  readonly end: Instant
  sendTo(recipients: readonly string[], limit: Limit): Promise<MailResult>
}

const noTimeLeft: NetworkFailure = {
  kind: 'failed',
  reason: 'answer-timeout',
  left: false,
  message: 'Too little time was left of the attempt.',
}

/** What a transaction that begins now has to keep to; null where too little time is left for one. */
function limitOf({ io, end }: Transactions): Limit | null {
  const left = between(io.now(), end)
  if (left < shortestTransaction) return null
  return left < longestTransaction ? { timeout: left } : {}
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
  const limit = limitOf(transactions)
  const result = limit === null ? noTimeLeft : await transactions.sendTo(recipients, limit)
  if (result.kind !== 'accepted') return { result, recipients, known }
  const refused = result.refused.map(asPassing)
  return sendRest({ ...result, refused }, { recipients, known }, transactions)
}

type Accepted = Extract<MailResult, { kind: 'accepted' }>

async function sendRest(
  result: Accepted,
  { recipients, known }: Omit<Handed, 'result'>,
  transactions: Transactions,
): Promise<Handed> {
  const { io, sendTo } = transactions
  const overLimit = result.refused.filter(isOverLimit)
  const limit = limitOf(transactions)
  if (overLimit.length === 0 || limit === null) return { result, recipients, known }
  const rest = overLimit.map(({ recipient }) => recipient)
  const judged = recipients.filter((each) => !rest.includes(each))
  const others = result.refused.filter((refusal) => !isOverLimit(refusal))
  const settled = settledAfter(known, judged, others, io.now())
  // Kept before the next one begins, so that nobody of these gets it twice whatever becomes of that.
  await rememberSettled(io, settled)
  const next = await sendTo(rest, limit)
  const further = { recipients: rest, known: settled }
  if (next.kind === 'failed' && next.left) return { result: next, ...further }
  const putOff = others.filter(({ code }) => isPassing(code))
  // Whoever a failed one has not judged is still put off by the words of the last that was accepted.
  const refused = [...putOff, ...(isOfRecipients(next) ? next.refused.map(asPassing) : overLimit)]
  if (next.kind === 'accepted') return sendRest({ ...next, refused }, further, transactions)
  return { result: { ...result, refused }, ...further }
}
