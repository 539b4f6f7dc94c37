import type { StoredSettings } from '@highwater/channels/send'
import type { Sealer } from '@highwater/db/client'
import type { Claimed, SealedCluster } from '@highwater/db/queue'

/** Opened secrets live as long as the claimed messages that they are for, and not a moment longer. */
const opened = new WeakMap<Claimed['config'], StoredSettings>()

const openCluster = (cluster: SealedCluster, sealer: Sealer): StoredSettings['cluster'] => ({
  config: cluster.config,
  secrets: sealer.open(cluster.sealedSecrets),
})

/**
 * Opens the secrets of a claimed message, once for all of its channel in a portion.
 * @throws AppError `unavailable` when no present key can open them
 */
export function openSettings(sealer: Sealer, claimed: Claimed): StoredSettings {
  const known = opened.get(claimed.config)
  if (known) return known
  const settings = {
    config: claimed.config,
    secrets: sealer.open(claimed.sealedSecrets),
    cluster: claimed.cluster === null ? undefined : openCluster(claimed.cluster, sealer),
  }
  opened.set(claimed.config, settings)
  return settings
}
