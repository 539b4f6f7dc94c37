import { createHmac } from 'node:crypto'
import type { Instant } from '@highwater/core'

/** What goes beside `msg_type` in the body of a robot that verifies signatures. */
export interface FeishuSignature {
  /** Seconds, not milliseconds. */
  readonly timestamp: string
  readonly sign: string
}

/** Time and secret together are the key, and the message is empty: not as DingTalk does it. */
export function signFeishu(secret: string, at: Instant): FeishuSignature {
  const timestamp = String(Math.floor(at / 1_000))
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).digest('base64') }
}
