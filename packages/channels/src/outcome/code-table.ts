import type { Millis } from '@highwater/core'
import type { RejectionFault } from '@highwater/core/delivery'
import type { Reason } from './reasons.ts'

/** What a provider's code says about a message. */
export type Verdict =
  | { readonly kind: 'delivered'; readonly reason?: Reason }
  | { readonly kind: 'transient'; readonly reason: Reason }
  | { readonly kind: 'throttled'; readonly reason: Reason; readonly penalty: Millis }
  | { readonly kind: 'rejected'; readonly fault: RejectionFault; readonly reason: Reason }

export interface CodeRow<Code = number> {
  readonly codes: readonly Code[]
  /** Narrows a code that means several things. */
  readonly text?: RegExp
  readonly verdict: Verdict
}

export const delivered: Verdict = { kind: 'delivered' }

export const transient = (reason: Reason): Verdict => ({ kind: 'transient', reason })

/** Refused for so long; a time that the answer itself names goes before it. */
export const throttledFor = (penalty: Millis): Verdict => ({
  kind: 'throttled',
  reason: 'too-many-messages',
  penalty,
})

export const rejected = (fault: RejectionFault, reason: Reason): Verdict => ({
  kind: 'rejected',
  fault,
  reason,
})

/** No row speaks of the code: it says nothing of whose fault it is. */
export const isUnlisted = (verdict: Verdict): boolean =>
  verdict.kind === 'rejected' && verdict.reason === 'unlisted-code'

/** The first row that matches decides. A code that no row lists is never a success. */
export function readCode<Code>(rows: readonly CodeRow<Code>[], code: Code, text: string): Verdict {
  const row = rows.find((each) => each.codes.includes(code) && (each.text?.test(text) ?? true))
  return row?.verdict ?? rejected('content', 'unlisted-code')
}
