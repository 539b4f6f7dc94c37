import { type DepartmentId, isId, type UserId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { type ProtectionLevel, protectionLevels } from '@highwater/core/policy'
import {
  type ProjectKind,
  type ProjectState,
  projectKinds,
  projectStates,
} from '@highwater/core/project'
import { and, arrayContains, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { project, projectState, searchStart } from '../../schema/index.ts'
import { flagInput, referenceInput, searchInput } from '../inputs.ts'
import { hasPairs, pairsOf } from '../search.ts'
import { projectVisibleTo } from '../visible.ts'
import { isNotWatchedNow, isWatchedNow } from './watched.ts'

/** The filters of the list of projects; a bulk change takes the same. */
export const projectFilterFields = {
  kind: z.enum(projectKinds).optional(),
  state: z.enum(projectStates).optional(),
  level: z.enum(protectionLevels).optional(),
  tag: z.string().trim().min(1).max(20).optional(),
  /** An id or a name. */
  department: referenceInput.optional(),
  /** An id or an e-mail address. */
  owner: referenceInput.optional(),
  /** Part of the name or of the external key. */
  q: searchInput.optional(),
  /** Only projects with an open alert, or only those without. */
  attention: flagInput.optional(),
  /** Only projects that are watched, or only those that are not for now. */
  watched: flagInput.optional(),
}

export const projectFilter = z.strictObject(projectFilterFields)
export type ProjectFilter = z.output<typeof projectFilter>

/** A closed code stands in the statement: a plan that is kept is made for this one. */
const code = (closed: ProjectKind | ProjectState | ProtectionLevel): SQL => sql.raw(`'${closed}'`)

const ofDepartment = (reference: string): SQL =>
  isId(reference)
    ? eq(project.departmentId, reference as DepartmentId)
    : sql`${project.departmentId} = (
        select id from department where name = ${reference} and deleted_at is null)`

const ofOwner = (reference: string): SQL =>
  isId(reference)
    ? eq(project.ownerId, reference as UserId)
    : sql`${project.ownerId} = (select id from account where email = ${reference.toLowerCase()})`

// The zero stands in the statement: a plan for any number could not use the index of those above it.
export const hasOpenAlerts = sql`${projectState.openAlerts} > 0`
export const hasNoOpenAlerts = sql`${projectState.openAlerts} = 0`

export function attentionCondition(attention: boolean | undefined): SQL | undefined {
  if (attention === undefined) return undefined
  return attention ? hasOpenAlerts : hasNoOpenAlerts
}

function watchedCondition(watched: boolean | undefined): SQL | undefined {
  if (watched === undefined) return undefined
  return watched ? isWatchedNow : isNotWatchedNow
}

/** A search, which no index can answer in the order of a sort. */
export interface Narrowing {
  /** Sought in inverted indexes, which know no order; with the tag, where one is asked for. */
  readonly byIndex: SQL
  /** The search alone, asked of one row after another. */
  readonly ofRow: SQL
  /** In the order of names, none before this one has what is sought; null where none has it. */
  readonly firstName: SQL
  /** Most may have it: within some departments a page is sooner found along the sort. */
  readonly isCommon: boolean
}

/** `strpos`, not `like`: the planner takes the texts that a `like` finds for next to none. */
const holdsText = (searched: string): SQL =>
  sql`strpos(${project.searchedText}, ${searched.toLowerCase()}) > 0`

const firstNameWith = (sought: readonly (readonly [kind: 'pair' | 'tag', sought: string])[]): SQL =>
  sql`(select max(${searchStart.firstName}) from ${searchStart}
    where (${searchStart.kind}, ${searchStart.sought}) in (${sql.join(
      sought.map(([kind, part]) => sql`(${kind}, ${part})`),
      sql`, `,
    )}))`

export const hasTag = ({ tag }: ProjectFilter): SQL | undefined =>
  tag === undefined ? undefined : arrayContains(project.tags, [tag])

/** The pairs of which a single character is one half, of all that projects have ever had. */
const pairsWith = (character: string): SQL =>
  sql`${searchStart.kind} = 'pair' and strpos(${searchStart.sought}, ${character.toLowerCase()}) > 0`

/** A single character makes no pair, but whatever has it has a pair with it. */
function narrowingByCharacter(character: string, filter: ProjectFilter): Narrowing {
  // What none has ever had is told at once, wherever it is asked.
  const known = sql`exists (select from ${searchStart} where ${pairsWith(character)})`
  const found = sql`(${known} and ${holdsText(character)})`
  const paired = sql`search_pairs(${project.searchedText}) && array(
    select ${searchStart.sought} from ${searchStart} where ${pairsWith(character)})`
  return {
    byIndex: sql`(${and(hasTag(filter), paired, found)})`,
    ofRow: found,
    firstName: sql`(select min(${searchStart.firstName}) from ${searchStart}
      where ${pairsWith(character)})`,
    isCommon: true,
  }
}

/** Null where nothing is sought. */
export function narrowingOf(filter: ProjectFilter): Narrowing | null {
  const { tag, q } = filter
  if (q === undefined) return null
  const paired = hasPairs(sql`${project.searchedText}`, q)
  if (paired === undefined) return narrowingByCharacter(q, filter)
  const pairs = pairsOf(q).map((pair) => ['pair', pair] as const)
  const found = holdsText(q)
  return {
    byIndex: sql`(${and(hasTag(filter), paired, found)})`,
    ofRow: found,
    firstName: firstNameWith(tag === undefined ? pairs : [...pairs, ['tag', tag]]),
    isCommon: false,
  }
}

/** What is asked of the projects' states beside their alerts. */
export const stateCondition = ({ state }: ProjectFilter): SQL | undefined =>
  state && sql`${projectState.state} = ${code(state)}`

/** Asked along the index of levels. */
const ofLevel = ({ level }: ProjectFilter): SQL | undefined =>
  level && sql`${project.levelRank} = ${sql.raw(String(protectionLevels.indexOf(level)))}`

/** The same by a column without an index, for where the few rows to ask are at hand. */
export const ofLevelByRow = ({ level }: ProjectFilter): SQL | undefined =>
  level && sql`${project.level} = ${code(level)}`

/** Whether only projects of some departments, or of one owner, can be in the list. */
export const isWithin = (viewer: Actor, { department, owner }: ProjectFilter): boolean =>
  projectVisibleTo(viewer) !== undefined || department !== undefined || owner !== undefined

/** The living projects that the viewer may see, and what the other filters ask of them. */
export const ownCondition = (
  viewer: Actor,
  filter: ProjectFilter,
  levelCondition = ofLevel,
): SQL | undefined =>
  and(
    isNull(project.deletedAt),
    projectVisibleTo(viewer),
    filter.kind && sql`${project.kind} = ${code(filter.kind)}`,
    levelCondition(filter),
    filter.department === undefined ? undefined : ofDepartment(filter.department),
    filter.owner === undefined ? undefined : ofOwner(filter.owner),
    watchedCondition(filter.watched),
  )

/** The living projects that the viewer may see and the filters ask for. */
export const projectCondition = (viewer: Actor, filter: ProjectFilter): SQL | undefined =>
  and(
    ownCondition(viewer, filter),
    stateCondition(filter),
    attentionCondition(filter.attention),
    hasTag(filter),
    narrowingOf(filter)?.byIndex,
  )
