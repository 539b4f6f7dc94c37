import { minutes } from '@highwater/core'
import {
  type CodeRow,
  delivered,
  readCode,
  rejected,
  throttledFor,
  transient,
  type Verdict,
} from '../outcome/code-table.ts'

/** Ten minutes is the block that was observed; the `wait` in the answer's body is not to be believed. */
const blocked = throttledFor(minutes(10))

/** Several texts belong to one code, in Chinese and in English. */
const rows: readonly CodeRow[] = [
  { codes: [0], verdict: delivered },
  { codes: [-1], verdict: transient('provider-busy') },
  { codes: [310000], text: /keyword|关键词/i, verdict: rejected('settings', 'keyword-missing') },
  // Before the clock: this text speaks of the timestamp too.
  {
    codes: [310000],
    text: /not match|不匹配/i,
    verdict: rejected('credentials', 'signature-mismatch'),
  },
  { codes: [310000], text: /timestamp|过期/i, verdict: rejected('settings', 'clock-off') },
  { codes: [310000], text: /sign|签名/i, verdict: rejected('credentials', 'signature-mismatch') },
  {
    codes: [310000],
    text: /\bip\b|whitelist|白名单/i,
    verdict: rejected('settings', 'source-address-refused'),
  },
  { codes: [310000], verdict: rejected('settings', 'security-check-failed') },
  { codes: [300001, 300005], text: /frequen|too fast|频/i, verdict: blocked },
  { codes: [300001, 300005, 400101], verdict: rejected('credentials', 'unknown-robot') },
  { codes: [400102], verdict: rejected('settings', 'robot-stopped') },
  { codes: [400106], verdict: rejected('settings', 'robot-not-in-group') },
  { codes: [400013], verdict: rejected('settings', 'group-dissolved') },
  { codes: [40035], text: /access_token/i, verdict: rejected('credentials', 'unknown-robot') },
  { codes: [40035, 43002, 43004, 400105], verdict: rejected('content', 'malformed-request') },
  { codes: [130101, 410100], verdict: blocked },
  { codes: [460101, 101002], verdict: rejected('content', 'too-long') },
  { codes: [430101, 430102, 430103, 430104], verdict: rejected('content', 'unsafe-content') },
  { codes: [88], verdict: rejected('credentials', 'not-authorised') },
]

/** The code that finds fault with a link, though it may be our own: to repeat it would help nobody. */
export const unsafeLink = '430101'

/** What a robot's `errcode` means together with its text. */
export const verdictOf = (code: number, text: string): Verdict => readCode(rows, code, text)
