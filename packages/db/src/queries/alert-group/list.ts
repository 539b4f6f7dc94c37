import {
  type AlertGroupId,
  type ChannelId,
  type DepartmentId,
  type Instant,
  isId,
} from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { type AnyColumn, and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { alertGroup, channel, subscription } from '../../schema/index.ts'
import { foundOne, notFound } from '../not-found.ts'
import { namesTarget } from '../subscription/names-target.ts'
import { departmentVisibleTo } from '../visible.ts'

/** A named set of channels, with who uses it: both as far as the viewer may see them. */
export interface AlertGroupItem {
  readonly id: AlertGroupId
  readonly name: string
  readonly remark: string
  /** Null: for the whole installation. */
  readonly department: DepartmentId | null
  readonly departmentName: string | null
  readonly channels: readonly { readonly id: ChannelId; readonly name: string }[]
  /** It has no channel at all, not even one that the viewer may not see: nobody is told through it. */
  readonly isEmpty: boolean
  readonly subscriptions: readonly { readonly id: string; readonly name: string }[]
  readonly version: number
  readonly createdAt: Instant
}

type Reference = { id: string; name: string }

const itemColumns = {
  id: alertGroup.id,
  name: alertGroup.name,
  remark: alertGroup.remark,
  department: alertGroup.departmentId,
  departmentName: sql<
    string | null
  >`(select d.name from department d where d.id = "alert_group"."department_id")`,
  isEmpty: sql<boolean>`not exists (
    select from alert_group_member m where m.group_id = "alert_group"."id")`,
  version: alertGroup.version,
  createdAt: alertGroup.createdAt,
}

const seenBy = (viewer: Actor, column: AnyColumn): SQL =>
  departmentVisibleTo(viewer, column, { shared: true }) ?? sql`true`

const channelsOf = (viewer: Actor) => sql<{ id: ChannelId; name: string }[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', ${channel.id}, 'name', ${channel.name})
    order by m.position)
  from alert_group_member m join ${channel} on ${channel.id} = m.channel_id
  where m.group_id = "alert_group"."id" and ${channel.deletedAt} is null
    and ${seenBy(viewer, channel.departmentId)}), '[]')`

const subscriptionsOf = (viewer: Actor) => sql<Reference[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', ${subscription.id}, 'name', ${subscription.name})
    order by ${subscription.name})
  from ${subscription}
  where ${subscription.deletedAt} is null
    and ${namesTarget('groups', sql`"alert_group"."id"`)}
    and ${seenBy(viewer, subscription.departmentId)}), '[]')`

const select = (db: Database, viewer: Actor, condition?: SQL) =>
  db.orm
    .select({
      ...itemColumns,
      channels: channelsOf(viewer),
      subscriptions: subscriptionsOf(viewer),
    })
    .from(alertGroup)
    .where(
      and(
        isNull(alertGroup.deletedAt),
        departmentVisibleTo(viewer, alertGroup.departmentId, { shared: true }),
        condition,
      ),
    )
    .orderBy(asc(alertGroup.name))

const mostGroups = 1_000

/** The alert groups of the viewer's departments and of the whole installation, by name. */
export const listAlertGroups = async (db: Database, viewer: Actor): Promise<AlertGroupItem[]> =>
  select(db, viewer).limit(mostGroups)

/** @throws AppError `not_found`, also for what the viewer may not see */
export async function getAlertGroup(
  db: Database,
  viewer: Actor,
  id: AlertGroupId,
): Promise<AlertGroupItem> {
  if (!isId(id)) throw notFound('alert group')
  return foundOne(await select(db, viewer, eq(alertGroup.id, id)), 'alert group')
}
