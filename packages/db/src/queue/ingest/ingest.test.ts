import { type ProjectId, toIso } from '@highwater/core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedProject, seedProjects } from '../../../testing/seed.ts'
import { connect } from '../../client/connect.ts'
import { readNowFrom } from '../../client/now.ts'
import { ingestSignals } from './ingest.ts'

let fresh: FreshDatabase
let project: ProjectId

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  project = await seedProject(fresh.db, { level: 'low' })
})
afterAll(() => fresh.close())

const anybody = { origin: 'pushed', mayWrite: () => true } as const
const ingest = (
  signals: readonly unknown[],
  options: Parameters<typeof ingestSignals>[2] = anybody,
) => ingestSignals(fresh.db, signals, options)
const at = async (secondsFromNow: number) =>
  toIso(((await readNowFrom(fresh.db.sql)) + secondsFromNow * 1_000) as Parameters<typeof toIso>[0])
const stateOf = async (id: ProjectId) => {
  const [row] = await fresh.db.sql`
    select state, latency_ms::int, clock_ahead_ms::int, pushed_watermark, due_at, last_signal_at
    from project_state where project_id = ${id}`
  return row
}

test('a signal under an id or an external key lands in history and state', async () => {
  const result = await ingest([
    { project, observedAt: await at(-30), latencySeconds: 4 },
    { project: `${project}-key`, observedAt: await at(-20), latencySeconds: 7 },
  ])
  expect(result).toEqual({ accepted: 2, duplicates: 0, late: 0, rejected: [] })
  expect(await stateOf(project)).toMatchObject({ state: 'running', latency_ms: 7_000 })
})

test('the same signal sent again is a duplicate and changes nothing', async () => {
  const signal = { project, observedAt: await at(-10), latencySeconds: 9, id: 'once' }
  expect(await ingest([signal, signal])).toMatchObject({ accepted: 1, duplicates: 1 })
  expect(await ingest([signal])).toMatchObject({ accepted: 0, duplicates: 1, late: 0 })
})

test('a late signal is kept as history and moves nothing', async () => {
  const before = await stateOf(project)
  const result = await ingest([{ project, observedAt: await at(-3_600), latencySeconds: 800 }])
  expect(result).toMatchObject({ accepted: 0, late: 1 })
  expect(await stateOf(project)).toEqual(before)
  const rows = await fresh.db.sql`
    select late from signal where project_id = ${project} and latency_ms = 800000`
  expect(rows).toHaveLength(1)
})

test('a clock a minute ahead is clamped and flagged, so that no later signal is shut out', async () => {
  const other = await seedProject(fresh.db)
  await ingest([{ project: other, observedAt: await at(60), latencySeconds: 1 }])
  const state = await stateOf(other)
  expect(state?.clock_ahead_ms).toBeGreaterThan(50_000)
  expect(state?.pushed_watermark).toBeLessThanOrEqual(state?.last_signal_at)
})

test('bad signals are refused one by one with their index, and spoil no other', async () => {
  const result = await ingest([
    { project, observedAt: 'yesterday', latencySeconds: 1 },
    { project: 'nobody', observedAt: await at(0), latencySeconds: 1 },
    { project, observedAt: await at(7_200), latencySeconds: 1 },
    { project, observedAt: await at(0), latencySeconds: -1 },
    { project, observedAt: await at(0), latencySeconds: 3 },
    'nonsense',
  ])
  expect(result.accepted).toBe(1)
  expect(result.rejected.map(({ index, code }) => [index, code])).toEqual([
    [0, 'invalid'],
    [1, 'unknown_project'],
    [2, 'future'],
    [3, 'invalid'],
    [5, 'invalid'],
  ])
  expect(result.rejected[3]?.message).toContain('latencySeconds')
})

test('a project the sender may not write to is answered as if it did not exist', async () => {
  const result = await ingest([{ project, observedAt: await at(0), latencySeconds: 3 }], {
    origin: 'pushed',
    mayWrite: () => false,
  })
  expect(result.rejected).toMatchObject([{ code: 'unknown_project' }])
})

test('a quiet signal leaves the due time alone, so that the row keeps its cheap update', async () => {
  const other = await seedProject(fresh.db)
  for (const seconds of [-50, -40, -30]) {
    await ingest([{ project: other, observedAt: await at(seconds), latencySeconds: 2 }])
  }
  const due = (await stateOf(other))?.due_at
  await ingest([{ project: other, observedAt: await at(-20), latencySeconds: 3 }])
  expect((await stateOf(other))?.due_at).toBe(due)
})

test('signals without a latency leave written when the last one came, until another comes', async () => {
  const other = await seedProject(fresh.db)
  const age = async () => {
    const [row] = await fresh.db.sql`
      select latency_heard_at, latency_gap_ms::int as gap from project_state
      where project_id = ${other}`
    return row
  }
  const say = async (seconds: number, said: object) =>
    ingest([{ project: other, observedAt: await at(seconds), ...said }])
  await say(-50, { latencySeconds: 2 })
  await say(-40, { latencySeconds: 3 })
  expect(await age()).toEqual({ latency_heard_at: null, gap: null })
  const heardAt = (await stateOf(other))?.last_signal_at
  await say(-30, { state: 'running' })
  await say(-20, { state: 'monitoring' })
  expect(await age()).toEqual({ latency_heard_at: heardAt, gap: null })
  await say(-10, { latencySeconds: 4 })
  const { latency_heard_at: again, gap } = (await age()) ?? {}
  expect(again).toBeNull()
  expect(gap).toBeGreaterThan(29_000)
  await say(-5, { latencySeconds: 4 })
  expect(await age()).toEqual({ latency_heard_at: null, gap: null })
})

test('a breach makes the project due at once', async () => {
  const other = await seedProject(fresh.db)
  await ingest([{ project: other, observedAt: await at(-20), latencySeconds: 2 }])
  await ingest([{ project: other, observedAt: await at(-10), latencySeconds: 200 }])
  expect((await stateOf(other))?.due_at).toBeLessThanOrEqual(await readNowFrom(fresh.db.sql))
})

test('batches that name the same projects in opposite orders do not block one another', async () => {
  const projects = await seedProjects(fresh.db, { count: 50 })
  const observedAt = await at(-5)
  const batch = projects.map((id) => ({ project: id, observedAt, latencySeconds: 1 }))
  const results = await Promise.all(
    Array.from({ length: 12 }, (_, index) => ingest(index % 2 === 0 ? batch : batch.toReversed())),
  )
  const accepted = results.reduce((sum, result) => sum + result.accepted, 0)
  const late = results.reduce((sum, result) => sum + result.late, 0)
  expect([accepted, late]).toEqual([50, 550])
})

test('what a process remembers of a project is not believed when somebody else has changed it', async () => {
  const other = await seedProject(fresh.db)
  const elsewhere = connect(fresh.url, { name: 'another process' })
  await ingest([{ project: other, observedAt: await at(-40), latencySeconds: 1 }])
  await ingestSignals(
    elsewhere,
    [{ project: other, observedAt: await at(-20), state: 'failed' }],
    anybody,
  )
  const result = await ingest([
    { project: other, observedAt: await at(-30), latencySeconds: 2 },
    { project: other, observedAt: await at(-10), state: 'failed' },
  ])
  expect(result).toMatchObject({ accepted: 1, late: 1 })
  const [row] = await fresh.db.sql<{ since: number }[]>`
    select interrupted_since as since from project_state where project_id = ${other}`
  expect(row?.since).toBeLessThan((await readNowFrom(fresh.db.sql)) - 15_000)
  await elsewhere.close()
})

test('a project that was deleted after it was remembered refuses the next batch, late signals too', async () => {
  const other = await seedProject(fresh.db)
  await ingest([{ project: other, observedAt: await at(-40), latencySeconds: 1 }])
  await fresh.db.sql`update project set deleted_at = now() where id = ${other}`
  await fresh.db.sql`update project_state set version = version + 1 where project_id = ${other}`
  const late = await ingest([{ project: other, observedAt: await at(-50), latencySeconds: 1 }])
  expect(late).toMatchObject({ late: 0, rejected: [{ code: 'deleted' }] })
  for (const reference of [other, `${other}-key`]) {
    const observedAt = await at(-30)
    const result = await ingest([{ project: reference, observedAt, latencySeconds: 1 }])
    expect(result.rejected).toMatchObject([{ code: 'deleted' }])
  }
})

test('the key of a deleted project is free for another, which then takes the signals', async () => {
  const old = await seedProject(fresh.db)
  const key = `${old}-key`
  await ingest([{ project: key, observedAt: await at(-40), latencySeconds: 1 }])
  await fresh.db.sql`update project set deleted_at = now() where id = ${old}`
  await fresh.db.sql`update project_state set version = version + 1 where project_id = ${old}`
  const other = await seedProject(fresh.db)
  await fresh.db.sql`update project set external_key = ${key} where id = ${other}`
  expect(
    await ingest([{ project: key, observedAt: await at(-50), latencySeconds: 2 }]),
  ).toMatchObject({ accepted: 1, rejected: [] })
  expect(await stateOf(other)).toMatchObject({ latency_ms: 2_000 })
})

test('a project whose source says that it is released takes that, and no signal after it', async () => {
  const other = await seedProject(fresh.db)
  await ingest([{ project: other, observedAt: await at(-40), latencySeconds: 1 }])
  const last = await ingest([{ project: other, observedAt: await at(-30), state: 'released' }])
  expect(last).toMatchObject({ accepted: 1 })
  const later = [
    { project: other, observedAt: await at(-20), state: 'running' },
    { project: other, observedAt: await at(-60), latencySeconds: 900 },
  ]
  expect((await ingest(later)).rejected).toMatchObject([
    { index: 0, code: 'released' },
    { index: 1, code: 'released' },
  ])
  expect(await stateOf(other)).toMatchObject({ state: 'released', latency_ms: 1_000 })
})

test('a signal like those before it goes into the history as it was said', async () => {
  const other = await seedProject(fresh.db)
  const message = 'a "quoted" \\ word'
  const said = { latencySeconds: 3.5, state: 'running', message }
  const step = { name: 'incremental', state: 'running' }
  for (const seconds of [-50, -40, -30]) {
    await ingest([{ project: other, observedAt: await at(seconds), ...said, step }])
  }
  const observedAt = await at(-20)
  await ingest([{ project: other, observedAt, ...said, step, id: 'fourth' }])
  await ingest([{ project: other, observedAt: await at(-10), positionTime: observedAt }])
  const rows = await fresh.db.sql`
    select signal_id, origin, observed_at, latency_ms::int, position_at, state, step, message, late
    from signal where project_id = ${other} and observed_at >= ${observedAt} order by observed_at`
  expect(rows).toHaveLength(2)
  expect(rows[0]).toEqual({
    signal_id: 'fourth',
    origin: 'pushed',
    observed_at: Date.parse(observedAt),
    latency_ms: 3_500,
    position_at: null,
    state: 'running',
    step: 'incremental',
    message,
    late: false,
  })
  const position = { latency_ms: null, position_at: Date.parse(observedAt), message: null }
  expect(rows[1]).toMatchObject({ signal_id: null, state: null, step: null, ...position })
})

test('signals of one project are taken in the order of the batch, under whichever of its names', async () => {
  const other = await seedProject(fresh.db)
  for (const seconds of [-90, -80, -70]) {
    await ingest([{ project: other, observedAt: await at(seconds), latencySeconds: 1 }])
  }
  const failed = { project: other, observedAt: await at(-60), state: 'failed' }
  const named = { project: `${other}-key`, observedAt: await at(-50), latencySeconds: 2 }
  const quiet = { project: other, observedAt: await at(-40), latencySeconds: 3, id: 'third' }
  expect(await ingest([named, failed, quiet])).toMatchObject({ accepted: 2, late: 1 })
  const again = [
    { ...quiet, observedAt: await at(-30) },
    { ...quiet, id: 'fourth', observedAt: await at(-20) },
  ]
  expect(await ingest(again)).toMatchObject({ accepted: 1, duplicates: 1 })
  expect(await stateOf(other)).toMatchObject({ state: 'running', latency_ms: 3_000 })
})

test('a batch of which another process has moved a half takes in every signal once', async () => {
  const projects = await seedProjects(fresh.db, { count: 40 })
  const elsewhere = connect(fresh.url, { name: 'another process' })
  const batch = async (seconds: number, ids: readonly ProjectId[] = projects) => {
    const observedAt = await at(seconds)
    return ids.map((id) => ({ project: id, observedAt, latencySeconds: 2 }))
  }
  for (const seconds of [-50, -40, -30]) await ingest(await batch(seconds))
  const half = await batch(-20, projects.slice(0, 20))
  expect(await ingestSignals(elsewhere, half, anybody)).toMatchObject({ accepted: 20 })
  expect(await ingest(await batch(-10))).toMatchObject({ accepted: 40, late: 0 })
  expect(await ingest(await batch(-5))).toMatchObject({ accepted: 40, late: 0 })
  const [found] = await fresh.db.sql`
    select count(*)::int as rows, count(distinct (project_id, observed_at))::int as different,
      (select array_agg(distinct version order by version) from project_state
        where project_id = any(${projects}::uuid[])) as versions
    from signal where project_id = any(${projects}::uuid[])`
  expect(found).toEqual({ rows: 220, different: 220, versions: [5, 6] })
  await elsewhere.close()
})
