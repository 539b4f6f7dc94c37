import type { ChannelTestId } from '@highwater/core'
import type { AttemptTrace } from '@highwater/core/delivery'
import { eq } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { channelTest } from '../../schema/index.ts'

/** Shows whoever waits for a test how far it has come. */
export async function noteTestTrace(
  db: Database,
  testId: ChannelTestId,
  trace: AttemptTrace,
): Promise<void> {
  await db.orm.update(channelTest).set({ trace }).where(eq(channelTest.id, testId))
}
