import type { Millis } from '@highwater/core'
import { minutes } from '@highwater/core'
import type { RejectionFault } from '@highwater/core/delivery'
import type { Reason } from '../outcome/reasons.ts'

export type Verdict =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'transient'; readonly reason: Reason }
  | { readonly kind: 'throttled'; readonly reason: Reason; readonly penalty: Millis }
  | { readonly kind: 'rejected'; readonly fault: RejectionFault; readonly reason: Reason }

interface CodeRow {
  readonly codes: readonly number[]
  /** Narrows a code that means several things; the texts come in Chinese and in English. */
  readonly text?: RegExp
  readonly verdict: Verdict
}

const rejected = (fault: RejectionFault, reason: Reason): Verdict => ({
  kind: 'rejected',
  fault,
  reason,
})

/** Ten minutes is the block that was observed; the `wait` in the answer's body is not to be believed. */
const blocked: Verdict = { kind: 'throttled', reason: 'too-many-messages', penalty: minutes(10) }

/** The first row that matches decides. */
const rows: readonly CodeRow[] = [
  { codes: [0], verdict: { kind: 'delivered' } },
  { codes: [-1], verdict: { kind: 'transient', reason: 'provider-busy' } },
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

/** What a robot's `errcode` means together with its text. A code that is not listed is never a success. */
export function verdictOf(code: number, text: string): Verdict {
  const row = rows.find((each) => each.codes.includes(code) && (each.text?.test(text) ?? true))
  return row?.verdict ?? rejected('content', 'unlisted-code')
}
