import { hours, type Instant, minus, plus, seconds } from '@highwater/core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { adminContext } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase, seedProject } from '../../../testing/index.ts'
import { readNowFrom } from '../../client/now.ts'
import { closeAlert } from '../../commands/index.ts'
import { storyOf } from '../../queue/queue.fixture.ts'
import { rollUpHour } from '../../queue/roll-up/roll-up.ts'
import { listAlerts } from '../alert/list.ts'
import { admin } from '../queries.fixture.ts'
import { readLatencyHistory } from './history.ts'

const day = hours(24)

let fresh: FreshDatabase
let project: Awaited<ReturnType<typeof seedProject>>

/** The chart of so many days. */
async function chartOf(days: number, points = 50_000) {
  const now = await readNowFrom(fresh.db.sql)
  const from = minus(now, hours(24 * days))
  return readLatencyHistory(fresh.db, admin, project, { from, to: now, points })
}

const worstOf = ({ samples }: Awaited<ReturnType<typeof chartOf>>) =>
  Math.max(...samples.map((sample) => sample.seconds ?? 0))

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  project = await seedProject(fresh.db)
  const story = storyOf(fresh)
  await story.report(project, 5, 6)
  await story.report(project, 45, 2)
  await story.send(project, { state: 'paused' })
  await fresh.clock.advance(day)
  while ((await rollUpHour(fresh.db)) !== null);
  await story.report(project, 3, 2)
})
afterAll(() => fresh.close())

test('within the days of raw signals a chart shows each of them', async () => {
  const chart = await chartOf(7, 500_000)
  expect(chart.resolution).toBe('signal')
  expect(chart.samples.filter((sample) => sample.seconds !== null)).toHaveLength(10)
})

test('a month is shown by the minute, the newest from the signals, without a seam', async () => {
  const chart = await chartOf(30)
  expect(chart.resolution).toBe('minute')
  expect(worstOf(chart)).toBe(45)
  expect(chart.samples.at(-1)?.seconds).toBe(3)
  const times = chart.samples.map((sample) => sample.at)
  expect(times).toEqual([...times].sort((a: Instant, b: Instant) => a - b))
  expect(chart.states.map((change) => change.state)).toEqual(['running', 'paused'])
})

test('a year is shown by the hour', async () => {
  const chart = await chartOf(365)
  expect(chart.resolution).toBe('hour')
  expect(worstOf(chart)).toBe(45)
})

test('the samples of a long chart are no more than its points, each the worst of its stretch', async () => {
  const chart = await chartOf(30, 20)
  expect(chart.samples.length).toBeLessThanOrEqual(2 * 20)
  expect(worstOf(chart)).toBe(45)
})

test('a chart knows of a breach that stands since a person closed its alert before the range', async () => {
  const breached = await seedProject(fresh.db)
  const story = storyOf(fresh)
  await story.report(breached, 5, 3)
  await story.report(breached, 412, 2)
  const { items } = await listAlerts(fresh.db, admin, { project: breached, state: 'open' })
  await closeAlert(await adminContext(fresh.db), { alert: items[0]?.id ?? '', reason: 'known' })
  const closedAt = await readNowFrom(fresh.db.sql)
  const after = { from: plus(closedAt, seconds(1)), to: plus(closedAt, hours(6)), points: 100 }
  const alerts = async () =>
    (await readLatencyHistory(fresh.db, admin, breached, after)).alerts.map(
      ({ closeReason, isDismissed }) => ({ closeReason, isDismissed }),
    )
  expect(await alerts()).toEqual([{ closeReason: 'closed_by_person', isDismissed: true }])
  await story.report(breached, 5, 2)
  expect(await alerts()).toEqual([{ closeReason: 'closed_by_person', isDismissed: false }])
})

test('a chart of the past shows the state in which its range began', async () => {
  const now = await readNowFrom(fresh.db.sql)
  await fresh.clock.advance(hours(24 * 12))
  while ((await rollUpHour(fresh.db)) !== null);
  const from = minus(now, seconds(120))
  const range = { from, to: plus(from, hours(6)), points: 100 }
  const chart = await readLatencyHistory(fresh.db, admin, project, range)
  expect(chart.resolution).toBe('minute')
  expect(chart.states[0]).toEqual({ at: from, state: 'paused' })
})
