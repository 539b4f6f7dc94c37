import { sql } from 'drizzle-orm'
import { project } from '../../schema/index.ts'

/** Whether people want alerts of a project right now. */
export const isWatchedNow = sql<boolean>`(${project.watchPausedAt} is null
  or coalesce(${project.watchPausedUntil} <= now(), false))`

/** The other way round, in words that the index of such projects understands. */
export const isNotWatchedNow = sql`(${project.watchPausedAt} is not null
  and (${project.watchPausedUntil} is null or ${project.watchPausedUntil} > now()))`
