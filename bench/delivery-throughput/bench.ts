import type { Bench, Stage } from '../bench.ts'
import type { Finding } from '../measure/finding.ts'
import { inTurn } from '../measure/in-turn.ts'
import { rateOfAlertmanager } from './alertmanager.ts'
import { rateOfProduct } from './product.ts'
import { type Sink, startSink } from './start-sink.ts'
import { rateOfUndici } from './undici-alone.ts'

/** So many messages in all: few alerts to many channels, or many alerts to one. */
const shapes = [
  { channels: 1, alerts: 5_000 },
  { channels: 10, alerts: 500 },
  { channels: 100, alerts: 50 },
] as const

const inFlight = 64

async function measure(
  sink: Sink,
  { channels, alerts }: (typeof shapes)[number],
  { serverUrl, rounds, stop, tell }: Stage,
): Promise<Finding[]> {
  const posts = channels * alerts
  let body = ''
  tell(`${alerts} alerts to ${channels} ${channels === 1 ? 'channel' : 'channels'}`)
  const { ours, alertmanager, undici } = await inTurn(rounds, {
    async ours() {
      const rate = await rateOfProduct(sink, { channels, alerts, serverUrl, stop })
      body = await sink.newest()
      return rate
    },
    alertmanager: () => rateOfAlertmanager(sink, { channels, alerts }),
    undici: () => rateOfUndici(sink, { posts, body, inFlight }),
  })
  const what = `${channels} ${channels === 1 ? 'channel' : 'channels'}, one worker`
  return [
    {
      what,
      unit: '/s',
      figures: ours,
      limit: { what: 'Alertmanager, which keeps nothing', figures: alertmanager },
      goal: { of: 'ratio', atLeast: 1 },
    },
    {
      what,
      unit: '/s',
      figures: ours,
      limit: { what: `undici alone, ${inFlight} at once`, figures: undici },
      goal: { of: 'ratio', atLeast: 0.4 },
    },
  ]
}

export const bench: Bench = {
  purpose: 'messages to a local webhook, every attempt on the disk, beside Alertmanager and undici',
  async run(stage) {
    const sink = await startSink(stage.stop)
    try {
      const findings: Finding[] = []
      for (const shape of shapes) findings.push(...(await measure(sink, shape, stage)))
      return findings
    } finally {
      await sink.close()
    }
  },
}
