import type { Instant, Millis, ProjectId } from '@highwater/core'
import type { ProjectState } from '@highwater/core/project'
import { sql } from 'drizzle-orm'
import type { Reader } from '../reader.ts'
import type { ChartResolution } from './history-resolution.ts'
import type { LatencySample } from './sparklines.ts'

export interface StateChange {
  readonly at: Instant
  readonly state: ProjectState
}

interface Stretch {
  readonly from: Instant
  readonly to: Instant
}

interface SampleRow extends Record<string, unknown> {
  readonly at: Instant
  readonly seconds: number
}

const inRange = (id: ProjectId, { from, to }: Stretch) => sql`
  project_id = ${id} and observed_at >= ${from}::timestamptz and observed_at <= ${to}::timestamptz
  and received_at >= ${from}::timestamptz`

const ofSignals = (id: ProjectId, stretch: Stretch) => sql`
  select observed_at as at, coalesce(latency_ms / 1000.0,
    greatest(0, extract(epoch from observed_at - position_at)))::float8 as seconds
  from signal
  where ${inRange(id, stretch)} and (latency_ms is not null or position_at is not null)`

const ofHours = (id: ProjectId, { from, to }: Stretch) => sql`
  select hour_at as at, max_ms / 1000.0::float8 as seconds from history_hour
  where project_id = ${id} and max_ms is not null
    and hour_at > ${from}::timestamptz - interval '1 hour' and hour_at < ${to}::timestamptz`

const ofMinutes = (id: ProjectId, { from, to }: Stretch) => sql`
  select hour_at + interval '1 minute' * (minute - 1) as at, worst / 1000.0::float8 as seconds
  from history_minute cross join lateral unnest(max_ms) with ordinality as by_minute (worst, minute)
  where project_id = ${id} and worst is not null
    and hour_at > ${from}::timestamptz - interval '1 hour' and hour_at < ${to}::timestamptz`

const sampled = { signal: ofSignals, minute: ofMinutes, hour: ofHours } as const

export interface HistoryEdges {
  readonly now: Instant
  /** Up to where the history by minute and hour reaches; the signals themselves follow. */
  readonly rolledUntil: Instant
}

export async function readHistoryEdges(db: Reader): Promise<HistoryEdges> {
  const rows = await db.execute<{ now: Instant; until: Instant }>(
    sql`select now() as now, rolled_until as until from history_progress`,
  )
  const [row] = rows
  if (row === undefined) throw new Error('Nobody has noted how far the history is rolled up.')
  return { now: row.now, rolledUntil: row.until }
}

export interface SampledRange extends Stretch {
  readonly resolution: ChartResolution
  readonly rolledUntil: Instant
}

/** The range in the two parts that are kept differently; the second begins where the first ends. */
function partsOf({ resolution, rolledUntil, ...range }: SampledRange) {
  if (resolution === 'signal') return { rolled: null, recent: range }
  const border = Math.min(Math.max(range.from, rolledUntil), range.to) as Instant
  return { rolled: { from: range.from, to: border }, recent: { from: border, to: range.to } }
}

/** The worst latency of each `width` of a range. */
export async function readSamples(
  db: Reader,
  id: ProjectId,
  range: SampledRange,
  width: Millis,
): Promise<LatencySample[]> {
  const { rolled, recent } = partsOf(range)
  const parts = [ofSignals(id, recent)]
  if (rolled !== null) parts.unshift(sampled[range.resolution](id, rolled))
  const rows = await db.execute<SampleRow>(sql`
    select max(at) as at, max(seconds) as seconds from (${sql.join(parts, sql` union all `)}) as sample
    where at >= ${range.from}::timestamptz group by floor(extract(epoch from at - ${range.from}::timestamptz) * 1000 / ${width}::float8)
    order by at`)
  return rows.map(({ at, seconds }) => ({ at, seconds }))
}

const mostChanges = 1_000

const saidBySignals = (id: ProjectId, stretch: Stretch) => sql`
  select observed_at as at, state from signal
  where ${inRange(id, stretch)} and state is not null and not late`

/** Where the range begins, the state that stood then counts as its first change. */
const keptAsChanges = (id: ProjectId, { from, to }: Stretch) => sql`
  select greatest(observed_at, ${from}::timestamptz) as at, state from state_change
  where project_id = ${id} and received_at < ${to}::timestamptz
    and received_at >= coalesce((select max(received_at) from state_change
      where project_id = ${id} and received_at <= ${from}::timestamptz), ${from}::timestamptz)`

/** What a project did over a range, as it changed. */
export async function readStates(
  db: Reader,
  id: ProjectId,
  range: SampledRange,
): Promise<StateChange[]> {
  const { rolled, recent } = partsOf(range)
  const parts = [saidBySignals(id, recent)]
  if (rolled !== null) parts.unshift(keptAsChanges(id, rolled))
  const rows = await db.execute<StateChange & Record<string, unknown>>(sql`
    select at, state from (
      select at, state, lag(state) over (order by at) as before
      from (${sql.join(parts, sql` union all `)}) as said
    ) as stated
    where before is distinct from state order by at limit ${mostChanges}`)
  return rows.map(({ at, state }) => ({ at, state }))
}
