import { minutes, seconds } from '@highwater/core'
import {
  type CodeRow,
  delivered,
  readCode,
  rejected,
  throttledFor,
  transient,
  type Verdict,
} from '../outcome/code-table.ts'

const tooLong = rejected('content', 'too-long')

const rows: readonly CodeRow[] = [
  {
    codes: [0],
    text: /wrong json format/i,
    verdict: { kind: 'delivered', reason: 'accepted-with-warning' },
  },
  { codes: [0], verdict: delivered },
  { codes: [-1], verdict: transient('provider-busy') },
  // Older robots used one code for a wrong address and for a text that is too long.
  { codes: [93000], text: /length|exceed|too long|超/i, verdict: tooLong },
  { codes: [93000], verdict: rejected('credentials', 'unknown-robot') },
  { codes: [40058], text: /exceed|max length/i, verdict: tooLong },
  { codes: [45002, 301024], verdict: tooLong },
  { codes: [40008, 40033, 40058, 44004], verdict: rejected('content', 'malformed-request') },
  { codes: [45009], verdict: throttledFor(minutes(1)) },
  {
    codes: [45033],
    verdict: { kind: 'throttled', reason: 'too-many-at-once', penalty: seconds(10) },
  },
]

/** What a robot's `errcode` means together with its text. */
export const verdictOf = (code: number, text: string): Verdict => readCode(rows, code, text)
