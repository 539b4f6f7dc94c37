import {
  type AttemptWatch,
  plainestConfig,
  plainestMessage,
  type StoredSettings,
  sendThrough,
} from '@highwater/channels/send'
import { instant } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import type { ChannelMessage } from '@highwater/core/notify'
import type { Claimed } from '@highwater/db/queue'
import type { WorkerDependencies } from './dependencies.ts'
import { openMessage } from './open-message.ts'
import { openSettings } from './open-settings.ts'

/** Opens the secrets, renders, sends and classifies one claimed notification. Never throws. */
export function sendClaimed(
  dependencies: Pick<WorkerDependencies, 'sealer' | 'ports' | 'scripts' | 'memory' | 'abort'>,
  claimed: Claimed,
  watch?: AttemptWatch,
): Promise<SendOutcome> {
  const { sealer, ports, scripts, memory, abort } = dependencies
  const startedAt = performance.now()
  const { claimedAt } = claimed
  let settings: StoredSettings
  let message: ChannelMessage
  try {
    settings = openSettings(sealer, claimed)
    message = openMessage(sealer, claimed)
  } catch (error) {
    const providerMessage = error instanceof Error ? error.message : null
    const detail = {
      reason: 'sealed-with-unknown-key',
      httpStatus: null,
      providerCode: null,
      providerMessage,
    }
    // Keys come back, and during a rotation another worker may have this one: nothing is given up.
    return Promise.resolve({ kind: 'transient', detail })
  }
  const addressed = {
    message,
    locale: claimed.locale,
    timeZone: claimed.timeZone,
    template: claimed.template,
  }
  return sendThrough(
    claimed.channelKind,
    claimed.degraded ? plainestMessage(addressed) : addressed,
    claimed.degraded
      ? { ...settings, config: plainestConfig(claimed.channelKind, claimed.config) }
      : settings,
    {
      http: ports.http,
      mail: ports.mail,
      scripts,
      memory,
      // The database's time of the claim, carried forward by this machine's steady clock.
      now: () => instant(claimedAt + (performance.now() - startedAt)),
      signal: abort,
      watch,
      deliveryId: claimed.id,
      incidentId: claimed.alertId ?? claimed.id,
    },
  )
}
