import { isChannelKind, maskConfig, secretNames } from '@highwater/channels/catalog'
import type { ChannelId, DepartmentId, Instant } from '@highwater/core'
import { quotaTimeZone } from '@highwater/core/delivery'
import type { Aggregation } from '@highwater/core/notify'
import type { Actor } from '@highwater/core/permissions'
import { type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { channel, type channelHealths } from '../../schema/index.ts'
import type { Reader } from '../reader.ts'
import { type SecretsShown, showSecrets } from '../secrets-shown.ts'
import { departmentVisibleTo } from '../visible.ts'
import { probeUnderWay } from './probe-under-way.ts'

/** A channel as it may be shown: never its sealed secrets, and settings with their secrets masked. */
export interface ChannelItem {
  readonly id: ChannelId
  readonly name: string
  readonly kind: string
  readonly config: Record<string, unknown>
  readonly secrets: SecretsShown
  readonly enabled: boolean
  /** Why channels of its kind are switched off; null while they are not. */
  readonly kindOff: { readonly note: string; readonly everywhere: boolean } | null
  /** Null: it serves the whole installation. */
  readonly department: DepartmentId | null
  readonly departmentName: string | null
  readonly fallbackChannel: ChannelId | null
  readonly fallbackChannelName: string | null
  /** The channels whose failing is told through this one: as far as the viewer may see them. */
  readonly fallbackOf: readonly { readonly id: ChannelId; readonly name: string }[]
  /** Since when it gets nothing but probes, and when the next one goes; null while it works. */
  readonly cutOff: {
    readonly since: Instant
    readonly failures: number
    /** Null while one is under way. */
    readonly nextProbeAt: Instant | null
    readonly waiting: number
  } | null
  readonly aggregation: Aggregation | null
  readonly monthlyQuota: number | null
  /** The smallest quota of all channels that share its robot, which holds for each of them. */
  readonly robotQuota: number | null
  /** How many messages its robot was sent this month; null where nobody counts them. */
  readonly sentThisMonth: number | null
  readonly health: (typeof channelHealths)[number]
  readonly healthReason: string | null
  /** Whom its last message did not reach, though it was taken; empty once one reached everybody. */
  readonly refused: readonly string[]
  readonly testedAt: Instant | null
  readonly lastDeliveredAt: Instant | null
  readonly lastFailedAt: Instant | null
  readonly version: number
  readonly createdAt: Instant
}

const epochMs = (at: SQL) => sql`(extract(epoch from ${at}) * 1000)::bigint`

/** The probe is a real message: it goes when it is due itself and a probe is allowed. */
const cutOff = sql<ChannelItem['cutOff']>`
  case when "channel"."breaker_opened_at" is not null then (
    select json_build_object('since', ${epochMs(sql`"channel"."breaker_opened_at"`)},
      'failures', "channel"."failures",
      'waiting', count(*),
      'nextProbeAt', case when not ${probeUnderWay}
        then ${epochMs(sql`greatest("channel"."probe_at", min(w.next_attempt_at))`)} end)
    from notification_waiting w where w.channel_id = "channel"."id"
  ) end`

const monthStart = sql`
  date_trunc('month', now() at time zone ${quotaTimeZone}) at time zone ${quotaTimeZone}`

const sentThisMonth = sql<number | null>`(
  select case when b.month_start = ${monthStart} then b.month_sent else 0 end
  from channel_bucket b where b.key = "channel"."budget_key")`

const robotQuota = sql<number | null>`(
  select min(q.monthly_quota) from channel q
  where q.budget_key = "channel"."budget_key" and q.monthly_quota is not null and q.deleted_at is null)`

const itemColumns = {
  id: channel.id,
  name: channel.name,
  kind: channel.kind,
  config: channel.config,
  secretNames: channel.secretNames,
  enabled: channel.enabled,
  kindOff: sql<ChannelItem['kindOff']>`case when not "channel"."kind_allowed" then (
    select json_build_object('note', s.note, 'everywhere', s.department_id is null)
    from channel_kind_switch s
    where s.kind = "channel"."kind"
      and (s.department_id is null or s.department_id = "channel"."department_id")
    order by s.department_id nulls first limit 1) end`,
  department: channel.departmentId,
  departmentName: sql<
    string | null
  >`(select d.name from department d where d.id = "channel"."department_id")`,
  fallbackChannel: channel.fallbackChannelId,
  fallbackChannelName: sql<
    string | null
  >`(select f.name from channel f where f.id = "channel"."fallback_channel_id")`,
  cutOff,
  aggregation: channel.aggregation,
  monthlyQuota: channel.monthlyQuota,
  robotQuota,
  sentThisMonth,
  health: channel.health,
  healthReason: channel.healthReason,
  refused: channel.refused,
  testedAt: channel.testedAt,
  lastDeliveredAt: channel.lastDeliveredAt,
  lastFailedAt: channel.lastFailedAt,
  version: channel.version,
  createdAt: channel.createdAt,
}

const leaning = alias(channel, 'leaning')

const fallbackOf = (viewer: Actor) => sql<ChannelItem['fallbackOf']>`(
  select coalesce(json_agg(json_build_object('id', ${leaning.id}, 'name', ${leaning.name})
    order by ${leaning.name}), '[]')
  from channel leaning where ${leaning.fallbackChannelId} = "channel"."id"
    and ${leaning.deletedAt} is null
    and ${departmentVisibleTo(viewer, leaning.departmentId, { shared: true }) ?? sql`true`})`

export const selectChannels = (db: Reader, viewer: Actor, condition: SQL | undefined) =>
  db
    .select({ ...itemColumns, fallbackOf: fallbackOf(viewer) })
    .from(channel)
    .where(condition)

type Row = Awaited<ReturnType<typeof selectChannels>>[number]

export function toChannelItem({ secretNames: present, config, ...shown }: Row): ChannelItem {
  const possible = isChannelKind(shown.kind) ? secretNames(shown.kind) : []
  return { ...shown, config: maskConfig(config), secrets: showSecrets(possible, present) }
}
