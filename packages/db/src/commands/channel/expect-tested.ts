import { AppError, type Instant, minus, minutes } from '@highwater/core'
import { and, desc, eq, gte } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { channelTest } from '../../schema/index.ts'

/** How long a delivered test vouches for the settings that it was sent with (C3). */
export const testValidity = minutes(15)

/**
 * When exactly these settings were last tested with success; null for somebody who knowingly saves
 * them untested.
 * @throws AppError `invalid_input` when they were not, or too long ago
 */
export async function expectTested(
  tx: Transaction,
  fingerprint: string,
  saveUntested: boolean,
  now: Instant,
): Promise<Instant | null> {
  const [test] = await tx
    .select({ deliveredAt: channelTest.deliveredAt })
    .from(channelTest)
    .where(
      and(
        eq(channelTest.fingerprint, fingerprint),
        gte(channelTest.deliveredAt, minus(now, testValidity)),
      ),
    )
    .orderBy(desc(channelTest.deliveredAt))
    .limit(1)
  if (test?.deliveredAt) return test.deliveredAt
  if (saveUntested) return null
  const message =
    'No test of exactly these settings has been delivered in the last 15 minutes. Run "Test connection" and save again, or save with saveUntested: true.'
  throw new AppError('invalid_input', message, { faults: [{ path: 'saveUntested', message }] })
}
