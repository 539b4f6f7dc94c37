import { createHmac } from 'node:crypto'
import type { Instant } from '@highwater/core'

/** The secret is both the key and a part of the message; base64, not yet encoded for a URL. */
export const signDingtalk = (secret: string, at: Instant): string =>
  createHmac('sha256', secret).update(`${at}\n${secret}`).digest('base64')
