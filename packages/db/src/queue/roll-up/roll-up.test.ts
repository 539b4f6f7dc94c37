import {
  hours,
  type Instant,
  instant,
  millis,
  minutes,
  type ProjectId,
  seconds,
  toIso,
} from '@highwater/core'
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { type FreshDatabase, freshDatabase, seedProject } from '../../../testing/index.ts'
import { readNowFrom } from '../../client/now.ts'
import { storyOf } from '../queue.fixture.ts'
import { retireSignals } from '../retire.ts'
import { retireHistory } from './retire-history.ts'
import { rollUpHour } from './roll-up.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof storyOf>
let project: ProjectId

/** Rolls up all that is closed; answers how many hours that was. */
async function rollUpAll(): Promise<number> {
  for (let rolled = 0; ; rolled += 1) if ((await rollUpHour(fresh.db)) === null) return rolled
}

/** Moves time to the beginning of the next hour. */
async function toNextHour(): Promise<Instant> {
  const now = await readNowFrom(fresh.db.sql)
  await fresh.clock.advance(millis(hours(1) - (now % hours(1)) + 1_000))
  return readNowFrom(fresh.db.sql)
}

const hourRows = () => fresh.db.sql`
  select samples, max_ms::int, min_ms::int, last_ms::int, by_position from history_hour
  where project_id = ${project} order by hour_at`
const changeRows = () => fresh.db.sql`
  select state, step, incremental from state_change where project_id = ${project}
  order by received_at, observed_at`

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = storyOf(fresh)
  project = await seedProject(fresh.db)
  await toNextHour()
  await fresh.clock.advance(minutes(6))
  await rollUpAll()
})
afterEach(() => fresh.close())

describe('an hour of signals', () => {
  it('becomes one row of figures and sixty minutes, five minutes after it is over', async () => {
    await story.send(project, { latencySeconds: 3 })
    await fresh.clock.advance(seconds(10))
    await story.send(project, { latencySeconds: 40 })
    await fresh.clock.advance(seconds(10))
    await story.send(project, { latencySeconds: 5 })
    await fresh.clock.advance(minutes(1))
    await story.send(project, { state: 'running' })
    await fresh.clock.advance(minutes(1))
    await story.send(project, { latencySeconds: 7 })
    await toNextHour()
    await fresh.clock.advance(minutes(4))
    expect(await rollUpHour(fresh.db)).toBeNull()
    await fresh.clock.advance(minutes(1))
    expect(await rollUpHour(fresh.db)).toEqual({ projects: 1, more: false })
    expect(await hourRows()).toEqual([
      { samples: 5, max_ms: 40_000, min_ms: 3_000, last_ms: 7_000, by_position: false },
    ])
    const [kept] = await fresh.db.sql`
      select array_length(max_ms, 1) as minutes, max_ms[7:10]::text as max, last_ms[7:10]::text as last
      from history_minute`
    expect(kept).toEqual({
      minutes: 60,
      max: '{40000,NULL,7000,NULL}',
      last: '{5000,NULL,7000,NULL}',
    })
  })

  it('counts a position as worst just before the next one, also across hours', async () => {
    const first = await readNowFrom(fresh.db.sql)
    await story.send(project, { positionTime: toIso(first) })
    await fresh.clock.advance(seconds(50))
    await story.send(project, { positionTime: toIso(instant(first + 49_000)) })
    await toNextHour()
    await toNextHour()
    const later = await readNowFrom(fresh.db.sql)
    await story.send(project, { positionTime: toIso(later) })
    await toNextHour()
    await fresh.clock.advance(minutes(5))
    await rollUpAll()
    const [hour, next] = await hourRows()
    expect(hour?.by_position).toBe(true)
    expect(Math.round(hour?.last_ms / 1_000)).toBe(1)
    expect(Math.round(hour?.max_ms / 1_000)).toBe(50)
    expect(Math.round(next?.max_ms / 1_000)).toBe(Math.round((later - first) / 1_000) - 49)
  })

  it('leaves out late signals, which moved nothing', async () => {
    const before = toIso(await readNowFrom(fresh.db.sql))
    await fresh.clock.advance(seconds(10))
    await story.send(project, { latencySeconds: 1 })
    await story.send(project, { latencySeconds: 900, observedAt: before })
    await toNextHour()
    await fresh.clock.advance(minutes(5))
    await rollUpAll()
    expect(await hourRows()).toMatchObject([{ samples: 1, max_ms: 1_000 }])
  })

  it('stays open while a transaction that began in it still writes', async () => {
    await fresh.clock.advance(minutes(10))
    const writer = await fresh.db.sql.reserve()
    await writer`begin`
    await writer`select pg_current_xact_id()`
    // The test's clock runs ahead of the server's, which has stamped the writer.
    await fresh.db
      .sql`update history_progress set rolled_until = date_trunc('hour', pg_catalog.now(), 'UTC')`
    expect(await rollUpHour(fresh.db)).toBeNull()
    await writer`commit`
    writer.release()
    expect(await rollUpHour(fresh.db)).not.toBeNull()
  })

  it('is rolled up once, though two workers try', async () => {
    await story.send(project, { latencySeconds: 1 })
    await toNextHour()
    await fresh.clock.advance(minutes(5))
    const reports = await Promise.all([rollUpHour(fresh.db), rollUpHour(fresh.db)])
    expect(reports.filter((report) => report !== null)).toHaveLength(1)
    expect(await hourRows()).toHaveLength(1)
  })
})

it('A roll-up whose worker dies in the middle begins anew and loses nothing', async () => {
  await story.send(project, { latencySeconds: 1 })
  await toNextHour()
  await fresh.clock.advance(minutes(5))
  const blocker = await fresh.db.sql.reserve()
  await blocker`begin`
  await blocker`lock table history_hour in share mode`
  const dying = rollUpHour(fresh.db).catch((error: unknown) => error)
  const kill = async () => {
    const [killed] = await fresh.db.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
    expect(killed).toBeDefined()
  }
  await vi.waitFor(kill, { timeout: 10_000 })
  expect(await dying).toBeInstanceOf(Error)
  await blocker`rollback`
  blocker.release()
  expect(await hourRows()).toEqual([])
  expect(await rollUpHour(fresh.db)).toMatchObject({ projects: 1 })
  expect(await hourRows()).toHaveLength(1)
  expect(await changeRows()).toHaveLength(1)
})

describe('changes of state', () => {
  it('are noted when they happen, and not again while nothing changes', async () => {
    await story.send(project, { latencySeconds: 1 })
    await story.report(project, 1, 3)
    await story.send(project, { state: 'failed' })
    await fresh.clock.advance(seconds(10))
    await story.send(project, { state: 'failed' })
    await fresh.clock.advance(seconds(10))
    await story.send(project, { latencySeconds: 1 })
    await fresh.clock.advance(seconds(10))
    await story.send(project, {
      latencySeconds: 1,
      step: { name: 'incr_sync', state: 'monitoring' },
    })
    await toNextHour()
    await story.send(project, {
      latencySeconds: 1,
      step: { name: 'incr_sync', state: 'monitoring' },
    })
    await toNextHour()
    await fresh.clock.advance(minutes(5))
    await rollUpAll()
    expect(await changeRows()).toEqual([
      { state: 'running', step: null, incremental: true },
      { state: 'failed', step: null, incremental: true },
      { state: 'running', step: null, incremental: true },
      { state: 'monitoring', step: 'incr_sync', incremental: true },
    ])
  })

  it('remember since when a project has been interrupted, hours later', async () => {
    const since = await readNowFrom(fresh.db.sql)
    await story.send(project, { state: 'failed', observedAt: toIso(since) })
    await toNextHour()
    await story.send(project, { state: 'unknown' })
    await toNextHour()
    await fresh.clock.advance(minutes(5))
    await rollUpAll()
    const rows = await fresh.db
      .sql`select state, interrupted_since from state_change order by received_at`
    expect(rows.map(({ state, interrupted_since }) => [state, interrupted_since])).toEqual([
      ['failed', since],
      ['unknown', since],
    ])
  })
})

describe('keeping', () => {
  it('drops no day of signals before it is rolled up', async () => {
    await story.send(project, { latencySeconds: 1 })
    const count = async () => (await fresh.db.sql`select from signal`).length
    await fresh.clock.advance(hours(9 * 24))
    await retireSignals(fresh.db)
    expect(await count()).toBe(1)
    await rollUpAll()
    await retireSignals(fresh.db)
    expect(await count()).toBe(0)
    expect(await hourRows()).toHaveLength(1)
  })

  it('drops minutes after 30 days and hours after 400, but not the state that still stands', async () => {
    await story.send(project, { state: 'failed', latencySeconds: 1 })
    await toNextHour()
    await fresh.clock.advance(minutes(5))
    await rollUpAll()
    const counts = async () => {
      const [row] = await fresh.db.sql`select (select count(*) from history_hour)::int as hours,
        (select count(*) from history_minute)::int as minutes, (select count(*) from state_change)::int as states`
      return row
    }
    await fresh.clock.advance(hours(32 * 24))
    expect(await retireHistory(fresh.db)).toBeGreaterThan(0)
    expect(await counts()).toEqual({ hours: 1, minutes: 0, states: 1 })
    await fresh.clock.advance(hours(432 * 24))
    await retireHistory(fresh.db)
    expect(await counts()).toEqual({ hours: 0, minutes: 0, states: 1 })
  })
})
