import { startAlertmanagerPeer } from '@highwater/channels/testing'
import type { Load } from './load.ts'
import type { Sink } from './start-sink.ts'

const settingsFor = (sink: Sink, channels: number): string => {
  const hooks = Array.from(
    { length: channels },
    (_, index) => `      - url: ${sink.url}/hook/${index}`,
  )
  return `route:
  receiver: everybody
  group_by: ['...']
  group_wait: 0s
receivers:
  - name: everybody
    webhook_configs:
${hooks.join('\n')}
`
}

const alertsOf = (count: number, name: string, startsAt: string) =>
  Array.from({ length: count }, (_, index) => ({
    labels: { alertname: 'sync_delay', project: `${name}-${index}`, level: 'high' },
    annotations: { summary: `${name}-${index} is 412 s behind; 60 s are allowed.` },
    startsAt,
  }))

/**
 * Posts per second of a real Alertmanager that is warm: every alert a group of its own, one post for
 * each alert and receiver, at once.
 */
export async function rateOfAlertmanager(
  sink: Sink,
  { alerts, warmUp, channels }: Load,
): Promise<number> {
  const peer = await startAlertmanagerPeer(settingsFor(sink, channels))
  const tell = async (count: number, name: string) => {
    await sink.reset()
    const answer = await fetch(`${peer.url}/api/v2/alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(alertsOf(count, name, new Date().toISOString())),
    })
    if (!answer.ok) throw new Error(`Alertmanager refused the alerts: ${await answer.text()}`)
    return await sink.rateOf(count * channels)
  }
  try {
    await tell(warmUp, 'warm')
    return await tell(alerts, 'project')
  } finally {
    await peer.close()
  }
}
