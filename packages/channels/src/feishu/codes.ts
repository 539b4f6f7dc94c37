import { minutes } from '@highwater/core'
import {
  type CodeRow,
  delivered,
  readCode,
  rejected,
  throttledFor,
  type Verdict,
} from '../outcome/code-table.ts'

/** For whatever code it comes with, where the status says that there were too many. */
export const paused = throttledFor(minutes(1))

const rows: readonly CodeRow[] = [
  { codes: [0], verdict: delivered },
  // One code for a bad request and for too many of them: only the text tells.
  { codes: [9499], text: /too many|frequen|频/i, verdict: paused },
  { codes: [9499, 19002], verdict: rejected('content', 'malformed-request') },
  { codes: [11232, 11247, 99991400], verdict: paused },
  { codes: [19001], verdict: rejected('credentials', 'unknown-robot') },
  { codes: [19021], verdict: rejected('credentials', 'signature-or-clock') },
  { codes: [19022], verdict: rejected('settings', 'source-address-refused') },
  { codes: [19024], verdict: rejected('settings', 'keyword-missing') },
]

/** What a robot's `code` means together with its text. */
export const verdictOf = (code: number, text: string): Verdict => readCode(rows, code, text)
