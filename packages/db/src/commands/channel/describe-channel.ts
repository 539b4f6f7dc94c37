import { type ChannelInput, maskConfig, secretNames } from '@highwater/channels/catalog'
import type { Aggregation } from '@highwater/core/notify'
import { describeSecrets } from '../describe-secrets.ts'

interface Standing {
  readonly name: string
  readonly enabled: boolean
  readonly departmentId: string | null
  readonly fallbackChannelId: string | null
  readonly aggregation: Aggregation | null
  readonly monthlyQuota: number | null
}

/** A channel as the audit and a conflict show it. `before` tells which secrets have been replaced. */
export const describeChannel = (
  { name, enabled, departmentId, fallbackChannelId, aggregation, monthlyQuota }: Standing,
  settings: Omit<ChannelInput, 'kind'> & { readonly kind: string },
  before: Readonly<Record<string, unknown>> | null = null,
) => ({
  name,
  kind: settings.kind,
  config: maskConfig(settings.config),
  secrets: describeSecrets(secretNames(settings.kind), settings.secrets, before),
  enabled,
  department: departmentId,
  fallbackChannel: fallbackChannelId,
  aggregation,
  monthlyQuota,
})
