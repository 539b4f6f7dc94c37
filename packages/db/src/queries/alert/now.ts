import type { AlertId, Instant } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { and, asc, desc, eq, ne, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { alert } from '../../schema/index.ts'
import { type Count, countProjects } from '../project/count.ts'
import { type Reader, readTogether } from '../reader.ts'
import { alertVisibleTo } from '../visible.ts'
import { type AlertItem, selectAlerts, toAlertItem } from './item.ts'
import { isOpen } from './list.ts'
import { readVerdicts, type Verdict } from './verdicts.ts'

/** An open alert on the Now screen. */
export interface NowAlert extends AlertItem {
  /** Somebody has acknowledged it, and the acknowledgement still holds. */
  readonly isAcknowledged: boolean
  /** What each channel got of it, the best news first. */
  readonly verdicts: readonly Verdict[]
}

export interface NowScreen {
  readonly now: Instant
  /** What needs somebody first: unacknowledged, then what is in hand, then what recovers; strictest level, longest firing. */
  readonly alerts: readonly NowAlert[]
  readonly unacknowledged: number
  readonly acknowledged: number
  readonly recovering: number
  readonly quietProjects: Count
  /** When projects were last evaluated; null when no worker has run yet. */
  readonly evaluatedAt: Instant | null
}

const isAcknowledged = sql<boolean>`coalesce(${alert.acknowledgedUntil} > now(), false)`
const calmness = sql`(case when ${alert.state} = 'recovering' then 2 when ${isAcknowledged} then 1 else 0 end)`
const strictness = sql`(case ${alert.level} when 'high' then 0 when 'medium' then 1 when 'low' then 2 else 3 end)`
const shownAlerts = 100

interface Counts extends Record<string, unknown> {
  readonly now: Instant
  readonly evaluated_at: Instant | null
  readonly unacknowledged: number
  readonly acknowledged: number
  readonly recovering: number
  readonly alerting: number
}

async function readCounts(db: Reader, visible: SQL | undefined): Promise<Counts> {
  const [row] = await db.execute<Counts>(sql`
    select now() as now,
      (select max(started_at) from cycle_run where name = 'evaluate') as evaluated_at,
      count(*) filter (where state = 'firing' and not ${isAcknowledged})::int as unacknowledged,
      count(*) filter (where state = 'firing' and ${isAcknowledged})::int as acknowledged,
      count(*) filter (where state = 'recovering')::int as recovering,
      count(distinct project_id)::int as alerting
    from alert where ${and(isOpen, visible)}`)
  if (row === undefined) throw new Error('An aggregate gave no row.')
  return row
}

/** What needs somebody now, and how calm the rest is. */
export async function readNow(db: Database, viewer: Actor): Promise<NowScreen> {
  const visible = alertVisibleTo(viewer)
  return readTogether(db, async (tx) => {
    const counts = await readCounts(tx, visible)
    const rows = await selectAlerts(tx, and(isOpen, ne(alert.state, 'pending'), visible))
      .orderBy(asc(calmness), asc(strictness), asc(alert.firedAt), desc(alert.id))
      .limit(shownAlerts)
    const verdicts = await readVerdicts(
      tx,
      rows.map((row) => row.id),
    )
    const projects = await countProjects(tx, viewer)
    return {
      now: counts.now,
      alerts: rows.map((row) => ({
        ...toAlertItem(row),
        isAcknowledged: row.acknowledgedUntil !== null && row.acknowledgedUntil > counts.now,
        verdicts: verdicts.get(row.id as AlertId) ?? [],
      })),
      unacknowledged: counts.unacknowledged,
      acknowledged: counts.acknowledged,
      recovering: counts.recovering,
      quietProjects: { ...projects, count: Math.max(0, projects.count - counts.alerting) },
      evaluatedAt: counts.evaluated_at,
    }
  })
}

/** How many firing alerts nobody has acknowledged: the number in the tab's title. */
export async function countUnacknowledged(db: Database, viewer: Actor): Promise<number> {
  const [row] = await db.orm
    .select({ count: sql<number>`count(*)::int` })
    .from(alert)
    .where(
      and(isOpen, eq(alert.state, 'firing'), sql`not ${isAcknowledged}`, alertVisibleTo(viewer)),
    )
  return row?.count ?? 0
}
