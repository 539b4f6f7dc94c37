import {
  type AlertGroupId,
  type DepartmentId,
  type Instant,
  isId,
  type MessageLocale,
  type SubscriptionId,
} from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import type { MentionStrategy } from '@highwater/core/person'
import type { ReceiveLimit, Subscription } from '@highwater/core/subscription'
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { project, subscription } from '../../schema/index.ts'
import { foundOne, notFound } from '../not-found.ts'
import { departmentVisibleTo, projectVisibleTo } from '../visible.ts'
import { namesTarget } from './names-target.ts'

/** A push setting as lists and forms show it. */
export interface SubscriptionItem {
  readonly id: SubscriptionId
  readonly name: string
  /** Null: of the whole installation. */
  readonly department: DepartmentId | null
  readonly departmentName: string | null
  readonly isDefault: boolean
  readonly enabled: boolean
  readonly scope: Subscription['scope']
  /** By id, of the projects that the scope names: as far as the viewer may see them. */
  readonly projectNames: Readonly<Record<string, string>>
  readonly levels: Subscription['levels']
  /** Of the alert groups that it names those without a channel: nobody is told through them. */
  readonly emptyGroups: readonly { readonly id: AlertGroupId; readonly name: string }[]
  readonly locale: MessageLocale | null
  readonly limit: ReceiveLimit | null
  /** It has reached its limit: until then what comes is gathered for the digest. Null: it has not. */
  readonly limitedUntil: Instant | null
  readonly recoveryNotices: boolean
  readonly mention: MentionStrategy
  readonly escalation: Subscription['escalation']
  readonly version: number
  readonly createdAt: Instant
}

const itemColumns = {
  id: subscription.id,
  name: subscription.name,
  department: subscription.departmentId,
  departmentName: sql<
    string | null
  >`(select d.name from department d where d.id = "subscription"."department_id")`,
  isDefault: subscription.isDefault,
  enabled: subscription.enabled,
  scope: subscription.scope,
  levels: subscription.levels,
  emptyGroups: sql<{ id: AlertGroupId; name: string }[]>`coalesce((
    select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.name)
    from alert_group g
    where g.deleted_at is null and ${namesTarget('groups', sql`g.id`)}
      and not exists (select from alert_group_member m where m.group_id = g.id)), '[]')`,
  locale: subscription.locale,
  limit: subscription.receiveLimit,
  limitedUntil: sql<Instant | null>`(
    select max(d.due_at) from digest d
    where d.subscription_id = "subscription"."id" and d.why = 'limit' and d.closed_at is null)`,
  recoveryNotices: subscription.recoveryNotices,
  mention: subscription.mention,
  escalation: subscription.escalation,
  version: subscription.version,
  createdAt: subscription.createdAt,
}

/** Looked up for the rows that are shown alone. */
const projectNames = (viewer: Actor) => sql<Record<string, string>>`coalesce((
  select jsonb_object_agg(${project.id}, ${project.name}) from ${project}
  where ${project.id} in (
    select named::uuid from jsonb_array_elements_text(
      "subscription"."scope"->'projects' || ("subscription"."scope"->'except'->'projects')) as named)
    and ${projectVisibleTo(viewer) ?? sql`true`}), '{}')`

const select = (db: Database, viewer: Actor, condition?: SQL) =>
  db.orm
    .select({ ...itemColumns, projectNames: projectNames(viewer) })
    .from(subscription)
    .where(
      and(
        isNull(subscription.deletedAt),
        departmentVisibleTo(viewer, subscription.departmentId, { shared: true }),
        condition,
      ),
    )
    // As they are applied: the default one comes last.
    .orderBy(asc(subscription.isDefault), asc(subscription.createdAt), asc(subscription.id))

const mostSubscriptions = 1_000

/** The subscriptions of the viewer's departments and of the whole installation. */
export const listSubscriptions = async (db: Database, viewer: Actor): Promise<SubscriptionItem[]> =>
  select(db, viewer).limit(mostSubscriptions)

/** @throws AppError `not_found`, also for what the viewer may not see */
export async function getSubscription(
  db: Database,
  viewer: Actor,
  id: SubscriptionId,
): Promise<SubscriptionItem> {
  if (!isId(id)) throw notFound('subscription')
  return foundOne(await select(db, viewer, eq(subscription.id, id)), 'subscription')
}
