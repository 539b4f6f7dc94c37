import type { Instant, ProjectId } from '@highwater/core'
import type { ProjectState } from '@highwater/core/project'
import { sql } from 'drizzle-orm'
import type { Reader } from '../reader.ts'

/** A step that a project was seen in, and what the project was doing then. */
export interface StepSeen {
  readonly name: string
  readonly firstSeenAt: Instant
  readonly lastSeenAt: Instant
  readonly lastState: ProjectState | null
}

interface StepRow extends Record<string, unknown> {
  readonly name: string
  readonly first_seen_at: Instant
  readonly last_seen_at: Instant
  readonly last_state: ProjectState | null
}

/** So many of the newest signals are looked at: a project that reports each second has a great many. */
const newestSignals = 2_000

/** The steps that the newest signals name, in the order in which they were first seen. */
export async function readSteps(db: Reader, id: ProjectId): Promise<StepSeen[]> {
  const rows = await db.execute<StepRow>(sql`
    select step as name, min(observed_at) as first_seen_at, max(observed_at) as last_seen_at,
      (array_agg(state order by observed_at desc) filter (where state is not null))[1] as last_state
    from (
      select step, state, observed_at from signal where project_id = ${id}
      order by observed_at desc limit ${newestSignals}
    ) as newest
    where step is not null group by step order by first_seen_at, name`)
  return rows.map((row) => ({
    name: row.name,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    lastState: row.last_state,
  }))
}
