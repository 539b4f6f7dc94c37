import type { Locale } from '@highwater/core'
import { faultWords } from '../forms/fault-words.ts'
import { refusalWords } from '../forms/refusal-words.ts'
import { isLocale, localeCookie, localeFromHeader } from '../i18n/locale.ts'
import { readCookie } from './auth/session-cookie.ts'
import type { Failure } from './describe-failure.ts'

/** What of a failure reaches the browser. */
export interface FailureShown {
  readonly code: Failure['code']
  /** What it says beyond its code, in the reader's language; null where that is nothing. */
  readonly words: string | null
  readonly requestId: string
}

function localeOf(headers: Headers): Locale {
  const chosen = readCookie(headers, localeCookie) ?? undefined
  return isLocale(chosen) ? chosen : localeFromHeader(headers.get('accept-language'))
}

/** What was wrong, said once each. */
const allFaultWords = ({ faults }: Failure, locale: Locale): string | null =>
  faults.length === 0
    ? null
    : [...new Set(faults.map(({ message }) => faultWords(message, locale)))].join(' ')

/** A failure for whoever sent these headers; null where the request did not come so far. */
export function showFailure(
  failure: Failure,
  headers: Headers | null,
  requestId: string,
): FailureShown {
  const locale = headers === null ? 'en' : localeOf(headers)
  const words = refusalWords(failure, locale) ?? allFaultWords(failure, locale)
  return { code: failure.code, words, requestId }
}
