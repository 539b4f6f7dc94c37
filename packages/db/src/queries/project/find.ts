import { type ProjectId, parseInput } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import type { ProjectKind } from '@highwater/core/project'
import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../../client/connect.ts'
import { project } from '../../schema/index.ts'
import { searchInput } from '../inputs.ts'
import { ownCondition } from './filters.ts'
import { type ProjectItem, selectItems, toItem } from './item.ts'
import { listProjects } from './list.ts'

/** As many are offered, out of so many that are held against what was typed. */
const offered = 7
const compared = 30

export const findProjectsInput = z.strictObject({ q: searchInput })

/** A project as somebody tells it from others who types its name to get there. */
export interface FoundProject {
  readonly id: ProjectId
  readonly name: string
  readonly kind: ProjectKind
  readonly departmentName: string
}

export interface FoundProjects {
  readonly items: readonly FoundProject[]
  /** Whether the list of projects finds more of them. */
  readonly isMore: boolean
}

/** The typed name itself first, then names that begin with it, then those that have it somewhere. */
function rankOf(name: string, typed: string): number {
  const [lower, sought] = [name.toLowerCase(), typed.toLowerCase()]
  if (lower === sought) return 0
  return lower.startsWith(sought) ? 1 : 2
}

async function exactlyNamed(db: Database, viewer: Actor, name: string): Promise<ProjectItem[]> {
  const rows = await selectItems(db.orm, and(ownCondition(viewer, {}), eq(project.name, name)))
    .orderBy(asc(project.id))
    .limit(offered)
  return rows.map(toItem(viewer))
}

/** The projects that somebody may mean who has typed so much of a name or of an external key. */
export async function findProjects(
  db: Database,
  viewer: Actor,
  rawInput: z.input<typeof findProjectsInput>,
): Promise<FoundProjects> {
  const { q } = parseInput(findProjectsInput, rawInput)
  const { items, nextCursor } = await listProjects(db, viewer, { q, limit: compared })
  // Where very many have it, the one of exactly this name may be far down the list.
  const named = nextCursor === null ? [] : await exactlyNamed(db, viewer, q)
  const known = new Set(named.map(({ id }) => id))
  const all = [...named, ...items.filter(({ id }) => !known.has(id))]
  return {
    items: all
      .toSorted((left, right) => rankOf(left.name, q) - rankOf(right.name, q))
      .slice(0, offered)
      .map(({ id, name, kind, departmentName }) => ({ id, name, kind, departmentName })),
    isMore: nextCursor !== null || all.length > offered,
  }
}
