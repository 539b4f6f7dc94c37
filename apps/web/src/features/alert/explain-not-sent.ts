import { explainReason } from '@highwater/channels/catalog'
import type { Locale } from '@highwater/core'
import { type UndeliveredReason, undeliveredReasons } from '@highwater/core/delivery'
import {
  type SuppressionReason,
  suppressionReasons,
  suppressionTexts,
} from '@highwater/core/notify'

const isSuppression = (reason: string): reason is SuppressionReason =>
  suppressionReasons.some((known) => known === reason)
const isOurs = (reason: string): reason is UndeliveredReason =>
  undeliveredReasons.some((known) => known === reason)

interface Wording {
  readonly locale: Locale
  /** The texts of `alerts.notSent`. */
  readonly own: (reason: UndeliveredReason) => string
}

/** Why a message did not leave or did not arrive, whoever decided so: our rules, a person, the receiver. */
export function explainNotSent(reason: string, { locale, own }: Wording): string {
  if (isOurs(reason)) return own(reason)
  if (isSuppression(reason)) return suppressionTexts[reason][locale]
  return explainReason(reason).sentence[locale]
}
