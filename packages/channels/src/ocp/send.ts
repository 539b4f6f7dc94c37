import { Buffer } from 'node:buffer'
import type { SendOutcome } from '@highwater/core/delivery'
import {
  type ClusterSettings,
  clusterConfig,
  clusterSecrets,
  signInFaults,
} from '../cluster/settings.ts'
import { defineSender } from '../define-sender.ts'
import type { ChannelIo, ChannelTarget } from '../io.ts'
import { type DescribeAttempt, detailWithout } from '../outcome/attempt-detail.ts'
import { outcomeOfFailure } from '../outcome/of-failure.ts'
import type { Reason } from '../outcome/reasons.ts'
import { sendEach } from '../outcome/send-each.ts'
import { stringsIn } from '../redaction/redact.ts'
import { proxySecrets } from '../settings/proxy-address.ts'
import { ocp } from './kind.ts'
import { outcomeOf } from './read-answer.ts'
import { contentType, type SignedRequest, signInHeaders } from './sign.ts'

const alarms = '/api/v2/alarm/alarms'

/** The cluster that the channel names, opened; null when there is none that could be used. */
function readCluster({ cluster }: ChannelTarget<unknown, unknown>): ClusterSettings | null {
  const config = clusterConfig.safeParse(cluster?.config)
  const secrets = clusterSecrets.safeParse(cluster?.secrets)
  if (!config.success || !secrets.success) return null
  const settings = { config: config.data, secrets: secrets.data }
  return signInFaults(settings).length === 0 ? settings : null
}

function hiddenIn({ config, secrets }: ClusterSettings): readonly string[] {
  const pair = Buffer.from(`${config.user ?? ''}:${secrets.password ?? ''}`).toString('base64')
  return [...stringsIn(secrets), pair, ...proxySecrets(config.proxy)]
}

/** Calls OCP once; `success` is how it is told that it said yes. */
async function call(
  { config, secrets }: ClusterSettings,
  request: Omit<SignedRequest, 'host'>,
  success: Reason,
  io: ChannelIo,
  describe: DescribeAttempt,
): Promise<SendOutcome> {
  const { host } = new URL(config.endpoint)
  const signed = { ...request, host }
  const result = await io.http.request({
    method: request.method,
    url: `${config.endpoint}${request.pathAndQuery}`,
    headers: {
      'content-type': contentType,
      ...signInHeaders(config, secrets, signed, io.now()),
    },
    body: request.body,
    proxy: config.proxy,
    ca: config.ca,
    signal: io.signal,
  })
  return result.kind === 'failed'
    ? outcomeOfFailure(result, describe)
    : outcomeOf(result, success, io.now(), describe)
}

/** One alarm for each alert that is open. OCP clears alarms by itself: an end is not reported. */
export const ocpSender = defineSender(ocp, {
  async send(payload, target, io) {
    const cluster = readCluster(target)
    if (cluster === null) {
      const detail = detailWithout([])('cluster-missing')
      return { kind: 'rejected', fault: 'settings', detail }
    }
    const describe = detailWithout(hiddenIn(cluster))
    if (payload.asksOnly) {
      const question = {
        method: 'GET',
        pathAndQuery: `${alarms}?page=1&size=1`,
        body: null,
      } as const
      return call(cluster, question, 'cluster-accepts', io, describe)
    }
    const open = payload.alarms.filter(({ incident }) => !incident.isOver)
    if (open.length === 0) return { kind: 'delivered', detail: describe('left-to-clear') }
    const success = payload.shortened ? 'accepted-shortened' : 'accepted'
    const each = {
      items: open,
      send: ({ incident, form }: (typeof open)[number]) => {
        const labels = { ...form.labels, alert_id: incident.id ?? io.incidentId }
        const body = JSON.stringify({ ...form, labels })
        return call(cluster, { method: 'POST', pathAndQuery: alarms, body }, success, io, describe)
      },
    }
    return sendEach(each, io, describe)
  },
})
