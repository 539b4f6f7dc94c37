import { minutes, type ProjectId, plus, seconds, toIso } from '@highwater/core'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { setParameters } from '../../../testing/set-parameters.ts'
import { readNowFrom } from '../../client/now.ts'
import { storyOf } from '../queue.fixture.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof storyOf>
let project: ProjectId

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = storyOf(fresh)
  await seedChannel(fresh.db)
  project = await seedProject(fresh.db)
})
afterEach(() => fresh.close())

const now = () => readNowFrom(fresh.db.sql)

/** So many signals ten seconds apart, each with the position of its moment or with an older one. */
async function say(state: 'running' | 'failed' | 'paused', times: number, stopsAt?: string) {
  for (let count = 0; count < times; count += 1) {
    await fresh.clock.advance(seconds(10))
    await story.send(project, { state, positionTime: stopsAt ?? toIso(await now()) })
    await story.evaluate()
  }
}

/** So many signals ten seconds apart, observed by a clock that is so far ahead. */
async function sayAhead(ahead: number, times: number) {
  for (let count = 0; count < times; count += 1) {
    await fresh.clock.advance(seconds(10))
    const observedAt = toIso(plus(await now(), seconds(ahead)))
    await story.send(project, { latencySeconds: 1, observedAt })
    await story.evaluate()
  }
}

describe('a project whose data moves although it is said to be stopped', () => {
  test('is told after a minute of it, until the position stands still', async () => {
    await say('running', 2)
    await say('paused', 7)
    expect(await story.alertsOf(project)).toEqual([])
    await say('paused', 2)
    expect(await story.alertsOf(project)).toMatchObject([
      { event: 'sync_status_inconsistent', state: 'firing' },
    ])
    expect(await story.outboxOf(project)).toEqual(['firing pending'])
    await say('paused', 14, toIso(await now()))
    expect(await story.timelineOf(project)).toEqual(['fire', 'recover', 'close: recovered'])
  })

  test('is told of beside its interruption', async () => {
    await say('running', 2)
    await say('failed', 10)
    const events = (await story.alertsOf(project)).map((alert) => alert.event)
    expect(events).toEqual(['sync_failed', 'sync_status_inconsistent'])
  })

  test('is a migration just as well', async () => {
    project = await seedProject(fresh.db, { kind: 'migration', namePrefix: 'moves' })
    await say('running', 2)
    await say('paused', 9)
    expect(await story.alertsOf(project)).toMatchObject([{ event: 'sync_status_inconsistent' }])
  })

  test('is not remembered from before a restart of its work', async () => {
    await say('running', 2)
    await say('paused', 6)
    await say('running', 3)
    await say('paused', 6)
    expect(await story.alertsOf(project)).toEqual([])
  })
})

describe('a project whose clock runs ahead', () => {
  test('is told as an alert of the system with how far, until the clock is set right', async () => {
    await sayAhead(0, 2)
    await sayAhead(40, 2)
    expect(await story.alertsOf(project)).toEqual([])
    await sayAhead(40, 1)
    const [alert] = await fresh.db
      .sql`select event, scope, state, observed_ms::int, threshold_ms::int from alert`
    expect(alert).toMatchObject({ event: 'clock_skew', scope: 'system', state: 'firing' })
    expect(alert?.threshold_ms).toBe(5_000)
    expect(Math.abs(alert?.observed_ms - 40_000)).toBeLessThan(2_000)
    await sayAhead(0, 3)
    await story.wait(minutes(2))
    expect(await story.timelineOf(project)).toContain('recover')
  })

  test('is overlooked up to the parameter', async () => {
    await setParameters(fresh.db, { clockSkewSeconds: 60 })
    await sayAhead(40, 6)
    expect(await story.alertsOf(project)).toEqual([])
  })
})
