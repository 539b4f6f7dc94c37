import type { Locale, Localized } from '@highwater/core'
import { signInRefusalTexts } from '@highwater/core/account'
import { denialTexts } from '@highwater/core/permissions'
import { providerRefusalTexts } from '@highwater/core/sign-in'

const texts: Readonly<Record<string, Localized>> = {
  ...providerRefusalTexts,
  ...signInRefusalTexts,
  ...denialTexts,
}

/** Why something was refused, in words; a code that is not in the tables any more stands as it is. */
export const reasonText = (reason: string | null, locale: Locale): string | null =>
  reason === null ? null : (texts[reason]?.[locale] ?? reason)
