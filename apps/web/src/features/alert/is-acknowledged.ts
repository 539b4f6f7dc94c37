import type { AlertItem } from '@highwater/db/queries'

/** Somebody has acknowledged the alert, and the acknowledgement still holds. */
export const isAcknowledgedAt = (
  alert: Pick<AlertItem, 'acknowledgedUntil'>,
  now: number,
): boolean => alert.acknowledgedUntil !== null && alert.acknowledgedUntil > now
