import type { Localized } from '@highwater/core'
import { dingtalkReasons } from '../dingtalk/reasons.ts'
import { emailReasons } from '../email/reasons.ts'
import { webhookReasons } from '../webhook/reasons.ts'
import { answerReasons } from './answer-reasons.ts'
import { networkReasons } from './network-reasons.ts'

/** What happened, and what to do next. */
export interface ReasonText {
  readonly sentence: Localized
  readonly advice: Localized
}

const texts = {
  ...networkReasons,
  ...answerReasons,
  ...dingtalkReasons,
  ...emailReasons,
  ...webhookReasons,
} satisfies Readonly<Record<string, ReasonText>>

/** Every reason that an attempt can have: counted in metrics, explained on the screen. */
export type Reason = keyof typeof texts

export const reasonTexts: Readonly<Record<Reason, ReasonText>> = texts

const isReason = (reason: string): reason is Reason => Object.hasOwn(texts, reason)

/** The text for a stored reason; one written by another release is shown as unexpected. */
export const explainReason = (reason: string): ReasonText =>
  reasonTexts[isReason(reason) ? reason : 'unexpected']
