import { type Instant, minutes, plus } from '@highwater/core'
import type { MailRefusal, MailResult } from '../io.ts'

/** Those whom one delivery has reached, or never will, while others were put off. */
export interface Settled {
  /** When it was first put off. */
  readonly since: Instant
  readonly reached: readonly string[]
  readonly refused: readonly MailRefusal[]
}

/**
 * Lives in this process only: losing it sends the mail once more to those who have it, under the
 * same Message-ID.
 */
const settled = new Map<string, Settled>()
const mostRemembered = 500

export const settledOf = (deliveryId: string): Settled | null => settled.get(deliveryId) ?? null

export const forgetSettled = (deliveryId: string): void => {
  settled.delete(deliveryId)
}

export function rememberSettled(deliveryId: string, reached: Settled): void {
  forgetSettled(deliveryId)
  settled.set(deliveryId, reached)
  const [oldest] = settled.keys()
  if (settled.size > mostRemembered && oldest !== undefined) forgetSettled(oldest)
}

/** Who tries sooner is put off for longer: five minutes is what greylisting commonly asks for. */
export const breath = minutes(5)

/** Whoever is still put off after this is left out, so that a full mailbox is a matter of minutes. */
const patience = minutes(20)

export const isPatient = (since: Instant, now: Instant): boolean => now < plus(since, patience)

/** 4xx passes, 5xx stays. */
export const isPassing = (code: number | null): boolean =>
  code !== null && code >= 400 && code < 500

/** Whether the server has judged the recipients one by one, and nothing beyond them. */
export const isOfRecipients = (
  result: MailResult,
): result is Extract<MailResult, { refused: readonly MailRefusal[] }> =>
  result.kind === 'accepted' ||
  (result.kind === 'refused' && result.step === 'recipients' && result.refused.length > 0)
