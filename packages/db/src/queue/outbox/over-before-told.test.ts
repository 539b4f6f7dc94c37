import { millis, type ProjectId, plus, seconds } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { readNowFrom } from '../../client/now.ts'
import { deliveryStoryOf } from '../deliver/deliver.fixture.ts'
import { routingStoryOf } from './routing.fixture.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof routingStoryOf>
let delivery: ReturnType<typeof deliveryStoryOf>
let project: ProjectId

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = routingStoryOf(fresh)
  delivery = deliveryStoryOf(fresh)
  await seedChannel(fresh.db)
  project = await seedProject(fresh.db)
})
afterEach(() => fresh.close())

/** The first message is put off by the robot, and the alert is over before it is due again. */
async function endBeforeTold(): Promise<void> {
  await story.breach([project])
  const [first] = await delivery.claim()
  const retryAt = plus(await readNowFrom(fresh.db.sql), seconds(60))
  const detail = { reason: 'throttled', httpStatus: 429, providerCode: null, providerMessage: null }
  const throttled: SendOutcome = { kind: 'throttled', retryAt, detail }
  await delivery.settle(first, throttled)
  await story.keepReporting([[project, 1]], 8)
  await fresh.clock.advance(millis(60_000))
}
const told = async () =>
  (await delivery.claim()).map(({ message }) =>
    'note' in message ? [message.kind, message.note] : [],
  )

test('what is over before its first message could leave is told once, as over, though ends are not wanted', async () => {
  await story.narrow({ recoveryNotices: false })
  await endBeforeTold()
  expect(await told()).toEqual([['resolved', 'first_news_of_a_closed_alert']])
})

test('what was told keeps its end to itself where ends are not wanted', async () => {
  await story.narrow({ recoveryNotices: false })
  await story.breach([project])
  expect(await story.deliver()).toEqual(['firing'])
  await story.keepReporting([[project, 1]], 8)
  expect(await story.outbox()).toEqual({
    'firing delivered': 1,
    'resolved suppressed recovery_not_wanted': 1,
  })
})
