import type { Instant, NotificationId } from '@highwater/core'
import type { OutcomeKind } from '@highwater/core/delivery'
import { asc, inArray } from 'drizzle-orm'
import { deliveryAttempt } from '../../schema/index.ts'
import type { Reader } from '../reader.ts'

/** One try at sending, with the provider's own words; every text was redacted when it was written. */
export interface Attempt {
  readonly number: number
  readonly worker: string
  readonly startedAt: Instant
  readonly durationMs: number | null
  readonly outcome: OutcomeKind
  readonly reason: string
  readonly httpStatus: number | null
  readonly providerCode: string | null
  readonly providerMessage: string | null
  readonly refused: readonly string[]
}

/** The attempts of notifications, in order. */
export async function readAttempts(
  db: Reader,
  ids: readonly NotificationId[],
): Promise<Map<NotificationId, Attempt[]>> {
  const byNotification = new Map<NotificationId, Attempt[]>()
  if (ids.length === 0) return byNotification
  const rows = await db
    .select()
    .from(deliveryAttempt)
    .where(inArray(deliveryAttempt.notificationId, [...ids]))
    .orderBy(asc(deliveryAttempt.notificationId), asc(deliveryAttempt.number))
  for (const { notificationId, ...attempt } of rows) {
    const attempts = byNotification.get(notificationId) ?? []
    attempts.push(attempt)
    byNotification.set(notificationId, attempts)
  }
  return byNotification
}
