import type { Instant } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { asc, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { tag } from '../../schema/index.ts'
import { permit } from '../permit.ts'

export interface TagItem {
  readonly name: string
  /** How many living projects have it. */
  readonly projects: number
  readonly createdAt: Instant
}

/** All tags by name; there are at most a hundred. */
export async function listTags(db: Database, viewer: Actor): Promise<TagItem[]> {
  permit(viewer, 'tag.read')
  return db.orm
    .select({
      name: tag.name,
      projects: sql<number>`(select count(*)::int from project p
        where p.tags @> array[tag.name] and p.deleted_at is null)`,
      createdAt: tag.createdAt,
    })
    .from(tag)
    .orderBy(asc(tag.name))
}

/** Their names alone, as filters offer them. */
export async function listTagNames(db: Database, viewer: Actor): Promise<string[]> {
  permit(viewer, 'tag.read')
  const rows = await db.orm.select({ name: tag.name }).from(tag).orderBy(asc(tag.name))
  return rows.map(({ name }) => name)
}
