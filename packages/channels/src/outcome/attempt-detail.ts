import type { AttemptDetail } from '@highwater/core/delivery'
import { redactorOf } from '../redaction/redact.ts'
import { manyLines } from '../text/clean.ts'
import type { Reason } from './reasons.ts'

const longestText = 500

/** Builds the evidence of an attempt: the one place where a provider's words are redacted and cut. */
export type DescribeAttempt = (
  reason: Reason,
  found?: {
    readonly httpStatus?: number
    readonly providerCode?: string | number | null
    readonly providerMessage?: string
  },
) => AttemptDetail

/** `secrets` are all strings that must not occur in what is kept of the attempt. */
export function detailWithout(secrets: readonly string[]): DescribeAttempt {
  const redact = redactorOf(secrets)
  let last = { text: '', shown: '' }
  /** Most answers of a receiver are alike. */
  const show = (text: string): string => {
    if (text !== last.text) {
      last = { text, shown: manyLines(redact(text)).slice(0, longestText).toWellFormed() }
    }
    return last.shown
  }
  return (reason, found = {}) => ({
    reason,
    httpStatus: found.httpStatus ?? null,
    providerCode: found.providerCode == null ? null : show(String(found.providerCode)),
    providerMessage: found.providerMessage ? show(found.providerMessage) : null,
  })
}
