import { explainReason } from '@highwater/channels/catalog'
import type { Locale } from '@highwater/core'
import {
  type SuppressionReason,
  suppressionReasons,
  suppressionTexts,
} from '@highwater/core/notify'

const ownReasons = [
  'channel_deleted',
  'channel_disabled',
  'project_deleted',
  'source_deleted',
  'host_removed',
  'protection_removed',
  'deadline_passed',
] as const
type OwnReason = (typeof ownReasons)[number]

const isSuppression = (reason: string): reason is SuppressionReason =>
  suppressionReasons.some((known) => known === reason)
const isOwn = (reason: string): reason is OwnReason => ownReasons.some((known) => known === reason)

interface Wording {
  readonly locale: Locale
  /** The texts of `alerts.notSent`. */
  readonly own: (reason: OwnReason) => string
}

/** Why a message did not leave or did not arrive, whoever decided so: our rules, a person, the receiver. */
export function explainNotSent(reason: string, { locale, own }: Wording): string {
  if (isSuppression(reason)) return suppressionTexts[reason][locale]
  if (isOwn(reason)) return own(reason)
  return explainReason(reason).sentence[locale]
}
