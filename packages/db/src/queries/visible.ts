import type { DepartmentId } from '@highwater/core'
import { type Actor, visibility } from '@highwater/core/permissions'
import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { alert, channelTest, project } from '../schema/index.ts'

const nothing = sql`false`

const anyOf = (conditions: readonly SQL[]): SQL =>
  conditions.length === 0 ? nothing : sql`(${sql.join([...conditions], sql` or `)})`

const inDepartments = (column: AnyColumn, departments: readonly DepartmentId[]): SQL[] =>
  departments.length === 0 ? [] : [sql`${column} = any(${sql.param([...departments])}::uuid[])`]

/** Projects of the viewer's departments and their own (I4). Undefined: no condition is needed. */
export function projectVisibleTo(viewer: Actor): SQL | undefined {
  const sees = visibility(viewer)
  if (sees.all) return undefined
  const own = sees.owner === null ? [] : [sql`${project.ownerId} = ${sees.owner}`]
  return anyOf([...inDepartments(project.departmentId, sees.departments), ...own])
}

/** Alerts of the viewer's departments and of their own projects. */
export function alertVisibleTo(viewer: Actor): SQL | undefined {
  const sees = visibility(viewer)
  if (sees.all) return undefined
  const own =
    sees.owner === null
      ? []
      : [
          sql`${alert.projectId} = any(array(
            select id from project where owner_id = ${sees.owner} and deleted_at is null))`,
        ]
  return anyOf([...inDepartments(alert.departmentId, sees.departments), ...own])
}

/** What belongs to a department; `shared`: what belongs to none serves everybody. */
export function departmentVisibleTo(
  viewer: Actor,
  column: AnyColumn,
  of: { readonly shared: boolean },
): SQL | undefined {
  const sees = visibility(viewer)
  if (sees.all) return undefined
  const shared = of.shared ? [sql`${column} is null`] : []
  return anyOf([...inDepartments(column, sees.departments), ...shared])
}

/** Notifications of visible alerts, and tests of a connection that the viewer asked for. */
export function notificationVisibleTo(viewer: Actor): SQL | undefined {
  const ofAlert = alertVisibleTo(viewer)
  if (ofAlert === undefined) return undefined
  const own = viewer.type === 'user' ? [sql`${channelTest.requestedBy} = ${viewer.id}`] : []
  return anyOf([sql`(${alert.id} is not null and ${ofAlert})`, ...own])
}
