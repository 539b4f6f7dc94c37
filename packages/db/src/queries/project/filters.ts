import { type DepartmentId, isId, type UserId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { protectionLevels } from '@highwater/core/policy'
import { projectKinds, projectStates } from '@highwater/core/project'
import { and, arrayContains, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { project, projectState } from '../../schema/index.ts'
import { flagInput, referenceInput, searchInput } from '../inputs.ts'
import { contains } from '../search.ts'
import { projectVisibleTo } from '../visible.ts'

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
}

export const projectFilter = z.strictObject(projectFilterFields)
export type ProjectFilter = z.output<typeof projectFilter>

const ofDepartment = (reference: string): SQL =>
  isId(reference)
    ? eq(project.departmentId, reference as DepartmentId)
    : sql`${project.departmentId} = (select id from department where name = ${reference})`

const ofOwner = (reference: string): SQL =>
  isId(reference)
    ? eq(project.ownerId, reference as UserId)
    : sql`${project.ownerId} = (select id from account where email = ${reference.toLowerCase()})`

export const hasOpenAlerts = gt(projectState.openAlerts, 0)
export const hasNoOpenAlerts = eq(projectState.openAlerts, 0)

function attentionCondition(attention: boolean | undefined): SQL | undefined {
  if (attention === undefined) return undefined
  return attention ? hasOpenAlerts : hasNoOpenAlerts
}

/** The living projects that the viewer may see and the filters ask for. */
export const projectCondition = (viewer: Actor, filter: ProjectFilter): SQL | undefined =>
  and(
    isNull(project.deletedAt),
    projectVisibleTo(viewer),
    filter.kind && eq(project.kind, filter.kind),
    filter.state && eq(projectState.state, filter.state),
    filter.level && eq(project.levelRank, protectionLevels.indexOf(filter.level)),
    filter.tag === undefined ? undefined : arrayContains(project.tags, [filter.tag]),
    filter.department === undefined ? undefined : ofDepartment(filter.department),
    filter.owner === undefined ? undefined : ofOwner(filter.owner),
    filter.q === undefined ? undefined : contains(sql`${project.searchedText}`, filter.q),
    attentionCondition(filter.attention),
  )
