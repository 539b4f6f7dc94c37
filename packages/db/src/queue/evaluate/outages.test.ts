import { hours, minutes, type ProjectId, seconds } from '@highwater/core'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { keepOpen } from '../ingest/keep-open.ts'
import { storyOf } from '../queue.fixture.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof storyOf>
let orders: ProjectId
beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = storyOf(fresh)
  await seedChannel(fresh.db)
  orders = await seedProject(fresh.db)
  await keepOpen(fresh.db, 'pushed')
  await story.report(orders, 1, 3)
})
afterEach(() => fresh.close())

/** Signals keep arriving while no worker looks. */
async function unwatched(latencySeconds: number, times: number) {
  for (let count = 0; count < times; count += 1) {
    await fresh.clock.advance(seconds(10))
    await story.send(orders, { latencySeconds })
  }
}

describe('worker down for an hour', () => {
  it('what fell due fires once, with its true beginning and how late it was found', async () => {
    await fresh.clock.advance(seconds(10))
    await story.send(orders, { state: 'failed' })
    await fresh.clock.advance(hours(1))
    await story.evaluate()
    expect(await story.timelineOf(orders)).toEqual(['fire'])
    const [alert] = await fresh.db.sql<{ since: number; late: number; message: number }[]>`
      select round(extract(epoch from fired_at - since))::int as since,
        detected_late_ms::int / 1000 as late, (message ->> 'detectedLate')::int / 1000 as message
      from alert join notification on alert_id = alert.id`
    expect(alert).toEqual({ since: 3_600, late: 3_570, message: 3_570 })
  })

  it('what is found in time says nothing of being late', async () => {
    await story.report(orders, 90, 1)
    const [alert] = await fresh.db.sql`select detected_late_ms from alert`
    expect(alert).toEqual({ detected_late_ms: null })
  })

  it('missed repeats are not replayed', async () => {
    await fresh.clock.advance(seconds(10))
    await story.send(orders, { state: 'failed' })
    await story.wait(seconds(31))
    await story.wait(hours(1))
    await story.evaluate()
    expect(await story.timelineOf(orders)).toEqual(['fire', 'repeat'])
  })

  it('what recovered meanwhile and stayed good is closed at once', async () => {
    await story.report(orders, 90, 1)
    await unwatched(1, 12)
    await story.evaluate()
    await story.wait(seconds(61))
    expect((await story.alertsOf(orders))[0]).toMatchObject({ close_reason: 'recovered' })
  })
})

describe('ingestion down too', () => {
  it('no project is accused of the silence, until it has been silent since the restart', async () => {
    await fresh.clock.advance(hours(1))
    await story.evaluate()
    await keepOpen(fresh.db, 'pushed')
    await story.evaluate()
    expect(await story.alertsOf(orders)).toEqual([])
    await fresh.clock.advance(seconds(25))
    await keepOpen(fresh.db, 'pushed')
    await story.wait(seconds(25))
    await keepOpen(fresh.db, 'pushed')
    expect(await story.alertsOf(orders)).toEqual([])
    await story.wait(seconds(11))
    expect(await story.alertsOf(orders)).toMatchObject([{ event: 'no_signal', state: 'firing' }])
  })

  it('an alert about silence neither ends nor is repeated meanwhile', async () => {
    for (let beat = 0; beat < 4; beat += 1) {
      await fresh.clock.advance(seconds(25))
      await keepOpen(fresh.db, 'pushed')
      await story.evaluate()
    }
    expect(await story.alertsOf(orders)).toMatchObject([{ event: 'no_signal', state: 'firing' }])
    await story.wait(hours(1))
    await story.wait(minutes(3))
    expect(await story.alertsOf(orders)).toMatchObject([{ state: 'firing', repeats: 0 }])
    expect(await story.timelineOf(orders)).toContain('hold_repeat: not_listening')
  })
})
