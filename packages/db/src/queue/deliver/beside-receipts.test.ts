import { type AlertId, type ChannelId, type ProjectId, seconds } from '@highwater/core'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { adminContext } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { beginWhileHeld } from '../../../testing/standing-still.ts'
import { acknowledgeAlert } from '../../commands/index.ts'
import { watchChannels } from '../channels/watch-channels.ts'
import { routingStoryOf } from '../outbox/routing.fixture.ts'
import type { Claimed } from './claim.ts'
import { deliveryStoryOf, outcome } from './deliver.fixture.ts'
import { settleNotifications } from './settle.ts'

const options = { limit: 100, consoleUrl: 'https://highwater.example' }
let fresh: FreshDatabase
let story: ReturnType<typeof routingStoryOf>
let delivery: ReturnType<typeof deliveryStoryOf>

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = routingStoryOf(fresh)
  delivery = deliveryStoryOf(fresh)
})
afterEach(() => fresh.close())

/** What answered together is settled together. */
const settle = (claimed: readonly Claimed[]) =>
  settleNotifications(
    fresh.db,
    claimed.map((each) => ({
      claimed: each,
      outcome: outcome('delivered'),
      worker: 'w',
      durationMs: 1,
      jitter: 0.5,
    })),
  )

const hold = (row: string, ...beginnings: readonly (() => Promise<unknown>)[]) =>
  beginWhileHeld(fresh.db, row, ...beginnings)

test('a receipt and a judgement that ends one alert and repeats another do not wait in a circle', async () => {
  await seedChannel(fresh.db)
  const projects = [await seedProject(fresh.db), await seedProject(fresh.db)]
  await story.breach(projects)
  await story.deliver()
  await story.keepReporting(
    projects.map((project): [ProjectId, number] => [project, 90]),
    19,
  )
  const repeats = await delivery.claim()
  expect(repeats.map(({ kind }) => kind)).toEqual(['repeat', 'repeat'])
  const [first, second] = repeats.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const subjectOf = async (alert: string | null | undefined) => {
    const [row] = await fresh.db.sql<{ project_id: ProjectId }[]>`
      select project_id from alert where id = ${alert ?? null}`
    if (!row) throw new Error('There is no such alert.')
    return row.project_id
  }
  const lasting = await subjectOf(first?.alertId)
  const ending = await subjectOf(second?.alertId)
  await story.keepReporting(
    [
      [lasting, 90],
      [ending, 1],
    ],
    6,
  )
  await fresh.db.sql`update alert set next_notify_at = now() where project_id = ${lasting}`
  await fresh.clock.advance(seconds(10))
  await story.send(lasting, { latencySeconds: 90 })
  await story.send(ending, { latencySeconds: 1 })
  await fresh.db.sql`update project_state set due_at = now()`
  await hold(
    `select from alert_sending where alert_id = '${second?.alertId}' for update`,
    () => story.evaluate(),
    () => settle(repeats),
  )
  expect(await story.outboxOf(lasting)).toContain('repeat delivered')
  expect(await story.outboxOf(ending)).toContain('resolved pending')
})

describe('the news that a channel is down, and a message to that very channel', () => {
  let down: ChannelId
  let project: ProjectId

  beforeEach(async () => {
    down = await seedChannel(fresh.db)
    await seedChannel(fresh.db)
    project = await seedProject(fresh.db)
    await fresh.db.sql`
      update channel set failures = 5, failing_since = now() - interval '3 minutes', due_at = now()
      where id = ${down}`
    await watchChannels(fresh.db, options)
  })
  const row = () => `select from channel where id = '${down}' for update`

  test('are settled beside somebody who acknowledges the news', async () => {
    await story.deliver()
    await fresh.db.sql`update alert set next_notify_at = now() - interval '1 second'`
    await fresh.db.sql`update channel set due_at = now() where id = ${down}`
    await watchChannels(fresh.db, options)
    await story.breach([project])
    const claimed = await delivery.claim()
    expect(claimed.map(({ kind }) => kind)).toContain('repeat')
    const [alert] = await fresh.db.sql<{ id: AlertId }[]>`
      select id from alert where event = 'channel_down'`
    const admin = await adminContext(fresh.db)
    await hold(
      row(),
      () => acknowledgeAlert(admin, { alert: alert?.id ?? '' }),
      () => settle(claimed),
    )
    expect(await story.outbox()).toMatchObject({ 'repeat delivered': 1 })
  })

  test('are settled beside whoever finds that it works again', async () => {
    await story.breach([project])
    const claimed = await delivery.claim()
    expect(claimed.map(({ kind }) => kind)).toContain('firing')
    await fresh.db.sql`
      update channel set failures = 0, failing_since = null, due_at = now() where id = ${down}`
    await hold(
      `select from alert where event = 'channel_down' for update`,
      () => watchChannels(fresh.db, options),
      () => settle(claimed),
    )
    expect(await story.outbox()).toMatchObject({ 'resolved pending': 1 })
  })
})
