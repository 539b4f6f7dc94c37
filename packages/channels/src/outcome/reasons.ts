import * as registered from '../registry/kinds.ts'
import { answerReasons } from './answer-reasons.ts'
import { networkReasons } from './network-reasons.ts'
import type { ReasonText } from './reason-text.ts'
import { robotReasons } from './robot-reasons.ts'

type Kinds = typeof registered
type ReasonOfAKind = { [Name in keyof Kinds]: keyof Kinds[Name]['reasons'] }[keyof Kinds]

/** Every reason that an attempt can have: counted in metrics, explained on the screen. */
export type Reason =
  | keyof typeof networkReasons
  | keyof typeof answerReasons
  | keyof typeof robotReasons
  | ReasonOfAKind

export const reasonTexts: Readonly<Record<Reason, ReasonText>> = Object.assign(
  { ...networkReasons, ...answerReasons, ...robotReasons },
  ...Object.values(registered).map((kind) => kind.reasons),
)

const isReason = (reason: string): reason is Reason => Object.hasOwn(reasonTexts, reason)

/** The text for a stored reason; one written by another release is shown as unexpected. */
export const explainReason = (reason: string): ReasonText =>
  reasonTexts[isReason(reason) ? reason : 'unexpected']

export type { ReasonText } from './reason-text.ts'
