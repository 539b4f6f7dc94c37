import { bench as auditChain } from './audit-chain/bench.ts'
import { bench as backtest } from './backtest/bench.ts'
import type { Bench, Stage } from './bench.ts'
import { bench as breachToRobot } from './breach-to-robot/bench.ts'
import { bench as deliveryThroughput } from './delivery-throughput/bench.ts'
import { bench as evaluationCost } from './evaluation-cost/bench.ts'
import { bench as idleCycle } from './idle-cycle/bench.ts'
import { bench as ingest } from './ingest/bench.ts'
import { bench as listPage } from './list-page/bench.ts'
import { judgeFinding } from './measure/finding.ts'
import { describeMachine, loadOfLastMinute } from './measure/machine.ts'
import { type BenchResult, saveResults } from './measure/save-results.ts'
import { findingsTable } from './measure/table.ts'
import { bench as memory } from './memory/bench.ts'
import { readArguments } from './read-arguments.ts'

const benches: Readonly<Record<string, Bench>> = {
  'breach-to-robot': breachToRobot,
  ingest,
  'idle-cycle': idleCycle,
  'evaluation-cost': evaluationCost,
  backtest,
  'delivery-throughput': deliveryThroughput,
  'list-page': listPage,
  'audit-chain': auditChain,
  memory,
}

async function runOne(name: string, bench: Bench, stage: Stage): Promise<BenchResult> {
  const before = loadOfLastMinute()
  console.log(`\n${name}: ${bench.purpose}`)
  const findings = (await bench.run(stage)).map(judgeFinding)
  const load = { before, after: loadOfLastMinute() }
  console.log(findingsTable(findings))
  console.log(`load of the machine: ${load.before} before, ${load.after} after`)
  return { bench: name, rounds: stage.rounds, load, findings }
}

async function run(stop: AbortSignal): Promise<void> {
  const { names, ...settings } = readArguments(process.argv.slice(2), Object.keys(benches))
  const serverUrl = process.env.DATABASE_URL
  if (serverUrl === undefined || serverUrl === '') {
    throw new Error('DATABASE_URL names no server; `npm run bench` starts one and names it.')
  }
  const machine = describeMachine()
  console.log(
    `${machine.cores} cores of ${machine.processor}, ${machine.memoryMB} MB, Node.js ${machine.node}`,
  )
  const startedAt = new Date().toISOString()
  const results: BenchResult[] = []
  const stage: Stage = {
    ...settings,
    serverUrl,
    stop,
    tell: (line) => console.log(`  ${line}`),
  }
  try {
    for (const name of names) {
      stop.throwIfAborted()
      const bench = benches[name]
      if (bench) results.push(await runOne(name, bench, stage))
    }
  } finally {
    if (results.length > 0) {
      console.log(`\nWritten to ${saveResults({ startedAt, machine, benches: results })}`)
    }
  }
}

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => stopping.abort())
}
try {
  await run(stopping.signal)
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  console.error(stopping.signal.aborted ? 'Stopped before the end.' : message)
  process.exitCode = 1
}
