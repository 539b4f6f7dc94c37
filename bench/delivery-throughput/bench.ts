import type { Bench, Stage } from '../bench.ts'
import type { Finding } from '../measure/finding.ts'
import { inTurn } from '../measure/in-turn.ts'
import { rateOfAlertmanager } from './alertmanager.ts'
import { rateOfBareOutbox } from './bare-outbox.ts'
import { type Load, loads } from './load.ts'
import { rateOfProduct } from './product.ts'
import { type Sink, startSink } from './start-sink.ts'
import { inFlight, rateOfUndici } from './undici-alone.ts'

async function measure(
  sink: Sink,
  load: Load,
  { serverUrl, rounds, stop, tell }: Stage,
): Promise<Finding[]> {
  const { channels, alerts } = load
  let body = ''
  let theirs = ''
  tell(`${alerts} alerts to ${channels} ${channels === 1 ? 'channel' : 'channels'}`)
  const { ours, alertmanager, undici, bareOutbox } = await inTurn(rounds, {
    async ours() {
      const rate = await rateOfProduct(sink, { ...load, serverUrl, stop })
      body = await sink.newest()
      return rate
    },
    async alertmanager() {
      const rate = await rateOfAlertmanager(sink, load)
      theirs = await sink.newest()
      return rate
    },
    undici: () => rateOfUndici(sink, load, body),
    bareOutbox: () => rateOfBareOutbox(sink, load, body, serverUrl),
  })
  tell(`a post of ours: ${body.length} bytes; of Alertmanager: ${theirs.length} bytes`)
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
    {
      what,
      unit: '/s',
      figures: ours,
      limit: { what: 'the least that a durable outbox does', figures: bareOutbox },
    },
    {
      what: `the least that a durable outbox does, ${what}`,
      unit: '/s',
      figures: bareOutbox,
      limit: { what: 'Alertmanager, which keeps nothing', figures: alertmanager },
    },
  ]
}

export const bench: Bench = {
  purpose: 'messages to a local webhook, every attempt on the disk, beside Alertmanager and undici',
  async run(stage) {
    const sink = await startSink(stage.stop)
    try {
      const findings: Finding[] = []
      for (const load of loads) findings.push(...(await measure(sink, load, stage)))
      return findings
    } finally {
      await sink.close()
    }
  },
}
