import { type Instant, type ProjectId, toIso } from '@highwater/core'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedProjects } from '../../../testing/seed.ts'
import { connect } from '../../client/connect.ts'
import { readNowFrom } from '../../client/now.ts'
import { ingestSignals, ingestUnread } from './ingest.ts'

let fresh: FreshDatabase

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

const anybody = { origin: 'pushed', mayWrite: () => true } as const
type Signals = readonly Readonly<Record<string, unknown>>[]

/** Sends a batch as bytes; `parsed` says whether it had to be parsed after all. */
async function sendBytes(signals: Signals, db = fresh.db) {
  let parsed = false
  const parse = () => {
    parsed = true
    return signals
  }
  const bytes = new TextEncoder().encode(JSON.stringify({ signals }))
  return { ...(await ingestUnread(db, { bytes, parse }, anybody)), parsed }
}

const all = (count: number) => ({ accepted: count, duplicates: 0, late: 0, rejected: [] })
const statesOf = async (ids: readonly ProjectId[]) => {
  const rows = await fresh.db.sql`
    select state, latency_ms::int, position_at, latency_observed_at, usual_interval_ms::int,
      pushed_watermark, version, due_at is null or due_at <= now() as is_due
    from project_state where project_id = any(${[...ids]}::uuid[]) order by project_id`
  return [...rows]
}
const historyOf = async (ids: readonly ProjectId[]) => {
  const rows = await fresh.db.sql`
    select signal_id, origin, observed_at, latency_ms::int, position_at, state, message, late
    from signal where project_id = any(${[...ids]}::uuid[])
    order by project_id, observed_at, latency_ms, signal_id, late`
  return [...rows]
}

/** Projects that send every ten seconds, up to 100 seconds ago, and their present time. */
async function senders(count: number) {
  const ids = (await seedProjects(fresh.db, { count })).toSorted()
  const now = await readNowFrom(fresh.db.sql)
  const ago = (seconds: number) => toIso((now - seconds * 1_000) as Instant)
  for (const seconds of [120, 110, 100]) {
    await sendBytes(
      ids.map((project) => ({ project, observedAt: ago(seconds), latencySeconds: 1 })),
    )
  }
  return { ids, ago }
}

/** So that two batches after one another are judged at the same moment. */
async function stopClock() {
  const stopped = toIso(await readNowFrom(fresh.db.sql))
  await fresh.db.sql.unsafe(`
    create or replace function test_clock.now() returns timestamptz stable language sql as
      $$ select timestamptz '${stopped}' $$`)
}

test('a batch of figures is taken in without being parsed, under ids and under keys', async () => {
  const { ids, ago } = await senders(6)
  const byKey = (seconds: number) =>
    ids.map((id) => ({ project: `${id}-key`, observedAt: ago(seconds), latencySeconds: 2.5 }))
  expect(await sendBytes(byKey(90))).toEqual({ ...all(6), parsed: true })
  expect(await sendBytes(byKey(80))).toEqual({ ...all(6), parsed: false })
  const positions = (seconds: number, id: string) =>
    ids.map((project) => ({
      project,
      observedAt: ago(seconds),
      positionTime: ago(seconds + 1),
      state: 'running',
      id,
    }))
  expect(await sendBytes(positions(20, 'first'))).toEqual({ ...all(6), parsed: true })
  expect(await sendBytes(positions(15, 'second'))).toEqual({ ...all(6), parsed: false })
  expect(await sendBytes(positions(10, 'second'))).toMatchObject({ duplicates: 6, parsed: true })
  const history = await historyOf(ids)
  expect(history).toHaveLength(7 * 6)
  expect(history.filter((row) => row.signal_id === 'second')).toHaveLength(6)
  const [state] = await statesOf(ids)
  expect(state).toMatchObject({ state: 'running', latency_ms: null })
  expect(state?.position_at).toBe(Date.parse(ago(16)))
})

test('what another process has changed meanwhile is read again, and nothing is written twice', async () => {
  const { ids, ago } = await senders(6)
  const other = connect(fresh.url, { name: 'other', maxConnections: 1 })
  const half = ids
    .slice(0, 3)
    .map((project) => ({ project, observedAt: ago(85), latencySeconds: 7 }))
  await ingestSignals(other, half, anybody)
  await other.close()
  const batch = ids.map((project) => ({ project, observedAt: ago(90), latencySeconds: 3 }))
  expect(await sendBytes(batch)).toMatchObject({ accepted: 3, late: 3, rejected: [], parsed: true })
  const history = await historyOf(ids)
  expect(history.filter((row) => row.latency_ms === 3_000)).toHaveLength(6)
  expect(history.filter((row) => row.latency_ms === 3_000 && row.late)).toHaveLength(3)
})

test('batches come to the same as bytes and as signals, whatever is in them', async () => {
  const count = 8
  await stopClock()
  const asBytes = await senders(count)
  const asSignals = await senders(count)
  const figure = fc.oneof(
    { weight: 200, arbitrary: fc.nat(20_000).map((ms) => ({ latencySeconds: ms / 1_000 })) },
    { weight: 4, arbitrary: fc.nat(20).map((seconds) => ({ positionSeconds: seconds })) },
    { weight: 1, arbitrary: fc.constant({ latencySeconds: 5_000 }) },
    { weight: 1, arbitrary: fc.constant({ latencySeconds: -1 }) },
    { weight: 1, arbitrary: fc.constantFrom({ state: 'paused' }, { state: 'running' }) },
    { weight: 1, arbitrary: fc.constant({ message: 'slow disk', latencySeconds: 1 }) },
  )
  const id = fc.oneof(
    { weight: 60, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constantFrom({ id: 'a' }, { id: 'b' }) },
  )
  const signal = fc.record({
    which: fc.nat(count - 1),
    seconds: fc.oneof(
      { weight: 60, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.nat(12) },
    ),
    figure,
    id,
  })
  const batch = fc.uniqueArray(signal, {
    selector: ({ which }) => which,
    minLength: 1,
    maxLength: count,
  })
  const repeated = fc
    .tuple(batch, fc.boolean())
    .map(([one, twice]) => (twice ? [...one, ...one] : one))
  const batches = fc.sample(fc.oneof({ weight: 4, arbitrary: batch }, repeated), 40)
  let unparsed = 0
  for (const [round, drawn] of batches.entries()) {
    const signalsFor = ({ ids, ago }: typeof asBytes) =>
      drawn.map(({ which, seconds, figure: drawnFigure, id: drawnId }) => {
        const at = 95 - round * 2 + seconds
        const { positionSeconds, ...said } = { positionSeconds: null, ...drawnFigure }
        const position = positionSeconds === null ? {} : { positionTime: ago(at + positionSeconds) }
        return { project: ids[which], observedAt: ago(at), ...said, ...position, ...drawnId }
      })
    const { parsed, ...answer } = await sendBytes(signalsFor(asBytes))
    if (!parsed) unparsed += 1
    expect(answer).toEqual(await ingestSignals(fresh.db, signalsFor(asSignals), anybody))
  }
  const kept = async ({ ids }: typeof asBytes) => ({
    states: await statesOf(ids),
    history: await historyOf(ids),
  })
  expect(await kept(asBytes)).toEqual(await kept(asSignals))
  expect(unparsed).toBeGreaterThan(0)
})
