import { hours, type Instant, minutes, plus } from '@highwater/core'
import { defineSender } from '../define-sender.ts'
import { detailWithout } from '../outcome/attempt-detail.ts'
import { stringsIn } from '../redaction/redact.ts'
import { proxySecrets } from '../settings/proxy-address.ts'
import { combinePeers, mayTakeItLater } from './combine-peers.ts'
import { alertmanager } from './kind.ts'
import { authorizationOf, poster } from './post-alerts.ts'
import type { AlertmanagerPayload } from './render.ts'

const pause = minutes(1)

/** A peer that is gone for longer has been restarted or given up, and knows nothing of the alert. */
const patience = hours(1)

/**
 * Whether an alert is over, so that no repeat will reach a peer that missed it: there it would go on
 * firing. To tell all of them once more changes nothing for those that know.
 */
const isEndToRepeat = (alerts: AlertmanagerPayload['alerts'], now: Instant): boolean =>
  alerts.some(({ incident }) => incident.isOver && now < plus(incident.at, patience))

/** Every peer gets every alert, as Prometheus sends them: they share silences, not alerts. */
export const alertmanagerSender = defineSender(alertmanager, {
  async send(payload, { config, secrets }, io) {
    const credentials = authorizationOf(config, secrets)?.split(' ').slice(1) ?? []
    const hidden = [...stringsIn(secrets), ...credentials, ...proxySecrets(config.proxy)]
    const describe = detailWithout(hidden)
    const post = poster(config, secrets, io, describe)
    const results = await Promise.all(
      config.addresses.map(async (peer) => ({ peer, ...(await post(peer, payload.alerts)) })),
    )
    const told = combinePeers(results, payload.alerts.length)
    const isLost = told.kind === 'partial' && results.some(mayTakeItLater)
    if (isLost && isEndToRepeat(payload.alerts, io.now())) {
      return { kind: 'transient', detail: told.detail, notBefore: plus(io.now(), pause) }
    }
    return told.kind === 'delivered' && payload.shortened
      ? { ...told, detail: { ...told.detail, reason: 'accepted-shortened' } }
      : told
  },
})
