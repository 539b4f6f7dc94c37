import { startAlertmanagerPeer } from '@highwater/channels/testing'
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

const alertsOf = (count: number, startsAt: string) =>
  Array.from({ length: count }, (_, index) => ({
    labels: { alertname: 'sync_delay', project: `project-${index}`, level: 'high' },
    annotations: { summary: `project-${index} is 412 s behind; 60 s are allowed.` },
    startsAt,
  }))

/** Posts per second of a real Alertmanager: every alert a group of its own, told to each receiver at once. */
export async function rateOfAlertmanager(
  sink: Sink,
  { alerts, channels }: { readonly alerts: number; readonly channels: number },
): Promise<number> {
  const peer = await startAlertmanagerPeer(settingsFor(sink, channels))
  try {
    await sink.reset()
    const answer = await fetch(`${peer.url}/api/v2/alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(alertsOf(alerts, new Date().toISOString())),
    })
    if (!answer.ok) throw new Error(`Alertmanager refused the alerts: ${await answer.text()}`)
    return await sink.rateOf(alerts * channels)
  } finally {
    await peer.close()
  }
}
