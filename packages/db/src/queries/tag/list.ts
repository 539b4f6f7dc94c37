import type { Instant } from '@highwater/core'
import { type Actor, visibility } from '@highwater/core/permissions'
import { asc, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { tag } from '../../schema/index.ts'
import { permit } from '../permit.ts'
import { projectVisibleTo } from '../visible.ts'

export interface TagItem {
  readonly name: string
  /** How many living projects have it. */
  readonly projects: number
  readonly createdAt: Instant
}

/** Living projects that the viewer may see and that have the tag. */
const having = (viewer: Actor): SQL => sql`select from project where project.tags @> array[tag.name]
  and project.deleted_at is null and ${projectVisibleTo(viewer) ?? sql`true`}`

/** Tags of other departments are theirs alone; those that nobody uses are everybody's. */
const visibleTo = (viewer: Actor): SQL | undefined =>
  visibility(viewer).all
    ? undefined
    : sql`(exists (${having(viewer)}) or not exists (${having({ type: 'system', job: 'tags' })}))`

/** The tags of the projects that the viewer may see, by name; there are at most a hundred. */
export async function listTags(db: Database, viewer: Actor): Promise<TagItem[]> {
  permit(viewer, 'tag.read')
  return db.orm
    .select({
      name: tag.name,
      projects: sql<number>`(select count(*)::int from (${having(viewer)}) as seen)`,
      createdAt: tag.createdAt,
    })
    .from(tag)
    .where(visibleTo(viewer))
    .orderBy(asc(tag.name))
}

/** Their names alone, as filters offer them. */
export async function listTagNames(db: Database, viewer: Actor): Promise<string[]> {
  permit(viewer, 'tag.read')
  const rows = await db.orm
    .select({ name: tag.name })
    .from(tag)
    .where(visibleTo(viewer))
    .orderBy(asc(tag.name))
  return rows.map(({ name }) => name)
}
