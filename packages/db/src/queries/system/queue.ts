import type { Instant, Millis } from '@highwater/core'
import { sql } from 'drizzle-orm'
import { notification } from '../../schema/index.ts'
import { inState, type NotificationState } from '../notification/state.ts'
import type { Reader } from '../reader.ts'

/** Counted up to this many, so that a storm does not slow the page that is to explain it. */
const countedAtMost = 10_000

/** A count that stops at 10,000: then it is "at least". */
export interface StateCount {
  readonly state: NotificationState
  readonly count: number
  readonly isExact: boolean
}

export interface QueueFigures {
  /** What waits, whenever it was written, and what ended within the last day. */
  readonly states: readonly StateCount[]
  readonly oldestUnsentAt: Instant | null
  /** How long the longest waiting project has been due for evaluation; zero when none is. */
  readonly evaluationLag: Millis
}

/** A robot's budget: the channels that spend it, and until when it refuses more. */
export interface BudgetItem {
  readonly channels: readonly string[]
  readonly sentLastMinute: number
  readonly blockedUntil: Instant | null
}

const unsent = ['pending', 'sending', 'retrying'] as const
const ended = ['delivered', 'partial', 'failed', 'suppressed'] as const

interface FiguresRow extends Record<string, unknown> {
  readonly counts: Record<string, number>
  readonly oldest: Instant | null
  readonly lag_ms: number
}

const countOf = (state: NotificationState, recently: boolean) => sql`${sql.raw(`'${state}'`)}, (
  select count(*) from (
    select from ${notification} where ${inState(state)}
      ${recently ? sql`and ${notification.createdAt} > now() - interval '1 day'` : sql``}
    limit ${countedAtMost}) as bounded)`

export async function readQueue(db: Reader): Promise<QueueFigures> {
  const counts = sql.join(
    [
      ...unsent.map((state) => countOf(state, false)),
      ...ended.map((state) => countOf(state, true)),
    ],
    sql`, `,
  )
  const oldest = sql.join(
    unsent.map(
      (state) =>
        sql`(select min(${notification.createdAt}) from ${notification} where ${inState(state)})`,
    ),
    sql`, `,
  )
  const [row] = await db.execute<FiguresRow>(sql`
    select json_build_object(${counts}) as counts, least(${oldest}) as oldest,
      coalesce((select greatest(0, extract(epoch from now() - min(due_at)) * 1000)
        from project_state where due_at is not null), 0)::float8 as lag_ms`)
  if (row === undefined) throw new Error('A select without a table gave no row.')
  return {
    states: [...unsent, ...ended].map((state) => {
      const count = row.counts[state] ?? 0
      return { state, count, isExact: count < countedAtMost }
    }),
    oldestUnsentAt: row.oldest,
    evaluationLag: Math.round(row.lag_ms) as Millis,
  }
}

interface BudgetRow extends Record<string, unknown> {
  readonly channels: string[]
  readonly sent: number
  readonly blocked_until: Instant | null
}

/** The budgets of the robots of living channels. */
export async function readBudgets(db: Reader): Promise<BudgetItem[]> {
  const rows = await db.execute<BudgetRow>(sql`
    select array_agg(c.name order by c.name) as channels,
      (select count(*)::int from unnest(b.sent_at) as at where at > now() - interval '1 minute') as sent,
      case when b.blocked_until > now() then b.blocked_until end as blocked_until
    from channel_bucket b join channel c on c.budget_key = b.key and c.deleted_at is null
    group by b.key, b.sent_at, b.blocked_until order by 1`)
  return rows.map((row) => ({
    channels: row.channels,
    sentLastMinute: row.sent,
    blockedUntil: row.blocked_until,
  }))
}
