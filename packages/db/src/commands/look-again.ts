import type { Instant, ProjectId } from '@highwater/core'
import type { GuardedLevel } from '@highwater/core/policy'
import type { Transaction } from '../client/connect.ts'
import { sqlOf } from './sql-of.ts'

/**
 * Has the worker judge these projects at once. Their states are locked in the order of their ids, as
 * a batch of signals locks them, so that the two cannot wait for one another; their new version tells a batch under way
 * that what it read is out of date.
 */
export async function lookAgainAt(
  tx: Transaction,
  projectIds: readonly ProjectId[],
  now: Instant,
): Promise<void> {
  await sqlOf(tx)`
    with locked as materialized (
      select project_id from project_state where project_id = any(${[...projectIds]}::uuid[])
      order by project_id for update
    )
    update project_state s set due_at = ${now}, version = s.version + 1 from locked where s.project_id = locked.project_id`
}

/** The same for the host or the channel that an alert is about; a source is judged at its next poll. */
export async function lookAgainAtThing(
  tx: Transaction,
  { hostId, channelId }: { readonly hostId: string | null; readonly channelId: string | null },
  now: Instant,
): Promise<void> {
  const sql = sqlOf(tx)
  if (hostId !== null) await sql`update host set due_at = ${now} where id = ${hostId}`
  if (channelId !== null) await sql`update channel set due_at = ${now} where id = ${channelId}`
}

/** The same for whatever an alert is about. */
export async function lookAgainAtSubject(
  tx: Transaction,
  {
    projectId,
    ...thing
  }: {
    readonly projectId: ProjectId | null
    readonly hostId: string | null
    readonly channelId: string | null
  },
  now: Instant,
): Promise<void> {
  if (projectId !== null) await lookAgainAt(tx, [projectId], now)
  await lookAgainAtThing(tx, thing, now)
}

/** The same for every living project of these levels. */
export async function lookAgainAtLevels(
  tx: Transaction,
  levels: readonly GuardedLevel[],
  now: Instant,
): Promise<void> {
  await sqlOf(tx)`
    with locked as materialized (
      select s.project_id from project_state s join project p on p.id = s.project_id
      where p.level = any(${[...levels]}::text[]) and p.deleted_at is null
      order by s.project_id for update of s
    )
    update project_state s set due_at = ${now}, version = s.version + 1 from locked where s.project_id = locked.project_id`
}
