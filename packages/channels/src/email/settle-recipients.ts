import { plus } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import type { ChannelIo, MailRefusal, MailResult } from '../io.ts'
import type { DescribeAttempt } from '../outcome/attempt-detail.ts'
import {
  breath,
  forgetSettled,
  isPassing,
  isPatient,
  rememberSettled,
  type Settled,
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

/**
 * What it means that a server refused some recipients, or all of them. Whoever it puts off is tried
 * again alone; null where all were reached, or none and for good.
 */
export async function outcomeOfRefusals(
  result: Extract<MailResult, { refused: readonly MailRefusal[] }>,
  { io, known, recipients, waits, describe }: Judging,
): Promise<SendOutcome | null> {
  const now = io.now()
  const names = new Set(result.refused.map(({ recipient }) => recipient))
  const reached = [...(known?.reached ?? []), ...recipients.filter((each) => !names.has(each))]
  const putOff = result.refused.filter(({ code }) => isPassing(code))
  const lasting = result.refused.filter(({ code }) => !isPassing(code))
  const since = known?.since ?? now
  const found = {
    providerCode:
      result.kind === 'refused' ? result.code : (/^\d{3}/.exec(result.text)?.[0] ?? null),
  }
  if (putOff.length > 0 && (reached.length === 0 || (waits && isPatient(since, now)))) {
    const refused = [...(known?.refused ?? []), ...lasting]
    await rememberSettled(io, { since, reached, refused })
    const reason = reached.length === 0 ? 'greylisted' : 'some-recipients-later'
    const detail = describe(reason, { ...found, providerMessage: wordsOf(putOff) })
    return isPatient(since, now)
      ? { kind: 'transient', detail, notBefore: plus(now, breath) }
      : { kind: 'transient', detail }
  }
  if (known !== null) await forgetSettled(io)
  const refused = [...(known?.refused ?? []), ...result.refused]
  if (reached.length === 0 || refused.length === 0) return null
  return {
    kind: 'partial',
    refused: refused.map(({ recipient }) => recipient),
    detail: describe('some-recipients-refused', { ...found, providerMessage: wordsOf(refused) }),
  }
}
