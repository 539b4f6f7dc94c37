import { plus } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import type { ChannelIo, MailRefusal, MailResult } from '../io.ts'
import type { DescribeAttempt } from '../outcome/attempt-detail.ts'
import { mailVerdict } from './codes.ts'
import {
  breath,
  forgetSettled,
  isOfRecipients,
  isPassing,
  isPatient,
  rememberSettled,
  type Settled,
  settledAfter,
} from './late-recipients.ts'

export interface Judging {
  readonly io: Pick<ChannelIo, 'deliveryId' | 'memory' | 'now'>
  /** To whom this attempt went. */
  readonly recipients: readonly string[]
  /** Whether the message is worth sending later to some of its recipients alone. */
  readonly waits: boolean
  /** Whom earlier attempts have settled. */
  readonly known: Settled | null
  readonly describe: DescribeAttempt
}

/** Who was refused, each with the server's words. */
export const wordsOf = (refused: readonly MailRefusal[]): string =>
  refused.map(({ recipient, text }) => `${recipient}: ${text}`).join('; ')

/** The server is about to go, or has too many connections: that may be over in seconds. */
const closing = 421

type Judged = Exclude<MailResult, { kind: 'failed' }>

/** Whom it refused; everybody where it puts the mail itself off. Null: it is no matter of recipients. */
function refusalsOf(result: Judged, recipients: readonly string[]): readonly MailRefusal[] | null {
  if (isOfRecipients(result)) return result.refused
  const { code, text } = result
  if (code === closing || mailVerdict(result).reason !== 'greylisted') return null
  return recipients.map((recipient) => ({ recipient, code, text }))
}

/**
 * What it means that a server refused some recipients, or all of them. Whoever it puts off is tried
 * again alone; null where all were reached, or none and for good.
 */
export async function outcomeOfRefusals(
  result: Judged,
  { io, known, recipients, waits, describe }: Judging,
): Promise<SendOutcome | null> {
  const refusals = refusalsOf(result, recipients)
  if (refusals === null) return null
  const now = io.now()
  const putOff = refusals.filter(({ code }) => isPassing(code))
  const settled = settledAfter(known, recipients, refusals, now)
  const { since, reached } = settled
  const found = {
    providerCode:
      result.kind === 'refused' ? result.code : (/^\d{3}/.exec(result.text)?.[0] ?? null),
  }
  if (putOff.length > 0 && (reached.length === 0 || (waits && isPatient(since, now)))) {
    await rememberSettled(io, settled)
    const reason = reached.length === 0 ? 'greylisted' : 'some-recipients-later'
    // Of a mail that is put off as a whole the server's words are told once, not for each of them.
    const providerMessage = isOfRecipients(result) ? wordsOf(putOff) : result.text
    const detail = describe(reason, { ...found, providerMessage })
    return isPatient(since, now)
      ? { kind: 'transient', detail, notBefore: plus(now, breath) }
      : { kind: 'transient', detail }
  }
  if (known !== null) await forgetSettled(io)
  const refused = [...(known?.refused ?? []), ...refusals]
  if (reached.length === 0 || refused.length === 0) return null
  return {
    kind: 'partial',
    refused: refused.map(({ recipient }) => recipient),
    detail: describe('some-recipients-refused', { ...found, providerMessage: wordsOf(refused) }),
  }
}
