import { defineSender } from '../define-sender.ts'
import { detailWithout } from '../outcome/attempt-detail.ts'
import { stringsIn } from '../redaction/redact.ts'
import { proxySecrets } from '../settings/proxy-address.ts'
import { combinePeers } from './combine-peers.ts'
import { alertmanager } from './kind.ts'
import { authorizationOf, poster } from './post-alerts.ts'

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
    return told.kind === 'delivered' && payload.shortened
      ? { ...told, detail: { ...told.detail, reason: 'accepted-shortened' } }
      : told
  },
})
