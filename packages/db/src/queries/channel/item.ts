import { isChannelKind, maskConfig, secretNames } from '@highwater/channels/catalog'
import type { ChannelId, DepartmentId, Instant } from '@highwater/core'
import { type SQL, sql } from 'drizzle-orm'
import { channel, type channelHealths } from '../../schema/index.ts'
import type { Reader } from '../reader.ts'
import { type SecretsShown, showSecrets } from '../secrets-shown.ts'

/** A channel as it may be shown: never its sealed secrets, and settings with their secrets masked. */
export interface ChannelItem {
  readonly id: ChannelId
  readonly name: string
  readonly kind: string
  readonly config: Record<string, unknown>
  readonly secrets: SecretsShown
  readonly enabled: boolean
  /** Null: it serves the whole installation. */
  readonly department: DepartmentId | null
  readonly departmentName: string | null
  readonly fallbackChannel: ChannelId | null
  readonly aggregation: Record<string, unknown> | null
  readonly health: (typeof channelHealths)[number]
  readonly healthReason: string | null
  readonly testedAt: Instant | null
  readonly lastDeliveredAt: Instant | null
  readonly lastFailedAt: Instant | null
  readonly version: number
  readonly createdAt: Instant
}

const itemColumns = {
  id: channel.id,
  name: channel.name,
  kind: channel.kind,
  config: channel.config,
  secretNames: channel.secretNames,
  enabled: channel.enabled,
  department: channel.departmentId,
  departmentName: sql<
    string | null
  >`(select d.name from department d where d.id = "channel"."department_id")`,
  fallbackChannel: channel.fallbackChannelId,
  aggregation: channel.aggregation,
  health: channel.health,
  healthReason: channel.healthReason,
  testedAt: channel.testedAt,
  lastDeliveredAt: channel.lastDeliveredAt,
  lastFailedAt: channel.lastFailedAt,
  version: channel.version,
  createdAt: channel.createdAt,
}

export const selectChannels = (db: Reader, condition: SQL | undefined) =>
  db.select(itemColumns).from(channel).where(condition)

type Row = Awaited<ReturnType<typeof selectChannels>>[number]

export function toChannelItem({ secretNames: present, config, ...shown }: Row): ChannelItem {
  const possible = isChannelKind(shown.kind) ? secretNames(shown.kind) : []
  return { ...shown, config: maskConfig(config), secrets: showSecrets(possible, present) }
}
