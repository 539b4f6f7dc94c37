import type { Locale } from '@highwater/core'
import { denialReasons, denialTexts } from '@highwater/core/permissions'

/** Why the permission table refused something, in the reader's language; null for anything else. */
export function denialWords(reason: string | null, locale: Locale): string | null {
  const known = denialReasons.find((each) => each === reason)
  return known === undefined ? null : denialTexts[known][locale]
}
