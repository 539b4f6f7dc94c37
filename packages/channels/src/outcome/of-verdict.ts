import { type Instant, plus } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import type { HttpAnswer } from '../io.ts'
import type { DescribeAttempt } from './attempt-detail.ts'
import type { Verdict } from './code-table.ts'

/** An answer in the provider's own words, as far as they could be read. */
export interface ProviderAnswer {
  readonly answer: HttpAnswer
  readonly code: string | number
  readonly text: string
  /** Until when the answer itself asks to be left alone. */
  readonly retryAt?: Instant | null
}

/** How far the provider's clock is from ours, for the reader of a refused timestamp. */
function clockNote(answer: HttpAnswer, now: Instant): string {
  const theirs = Date.parse(answer.headers.date ?? '')
  return Number.isNaN(theirs)
    ? ''
    : ` (its clock minus ours: ${Math.round((theirs - now) / 1_000)} s)`
}

/** What a verdict means for the message. */
export function outcomeOfVerdict(
  verdict: Verdict,
  { answer, code, text, retryAt }: ProviderAnswer,
  shortened: boolean,
  now: Instant,
  describe: DescribeAttempt,
): SendOutcome {
  const found = { httpStatus: answer.status, providerCode: code, providerMessage: text }
  switch (verdict.kind) {
    case 'delivered':
      return {
        kind: 'delivered',
        detail: describe(verdict.reason ?? (shortened ? 'accepted-shortened' : 'accepted'), found),
      }
    case 'throttled':
      return {
        kind: 'throttled',
        retryAt: retryAt ?? plus(now, verdict.penalty),
        detail: describe(verdict.reason, found),
      }
    case 'transient':
      return { kind: 'transient', detail: describe(verdict.reason, found) }
    case 'rejected': {
      const mayBeClock = verdict.reason === 'clock-off' || verdict.reason === 'signature-or-clock'
      const providerMessage = mayBeClock ? text + clockNote(answer, now) : text
      const detail = describe(verdict.reason, { ...found, providerMessage })
      return { kind: 'rejected', fault: verdict.fault, detail }
    }
  }
}
