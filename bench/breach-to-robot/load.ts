import { setTimeout as pause } from 'node:timers/promises'
import { quietSignal } from '../stack/quiet-signal.ts'
import type { Sender } from '../stack/sender.ts'

/** How the signals of one second travel: in one batch as a collector sends, or each by itself. */
export type Travel = 'batches' | 'singles'

export interface Load {
  readonly projects: readonly string[]
  readonly travel: Travel
  readonly sender: Sender
  readonly durationMs: number
  readonly breachesPerSecond: number
  /** Told of each breach when its 202 has been read. */
  readonly onBreach: (project: string, answeredAt: number) => void
  readonly stop: AbortSignal
}

/** Every project sends once in this many seconds. */
const turnSeconds = 10
const tickMs = 1_000
/** Far above the threshold of every level. */
const breachLatencySeconds = 20_000

type Signal = ReturnType<typeof quietSignal>

/** Those whose turn it is; each time other ones breach, until all of the turn have had theirs. */
function signalsOf(second: number, { projects, breachesPerSecond }: Load) {
  const observedAt = new Date().toISOString()
  const turn = projects.filter((_, index) => index % turnSeconds === second % turnSeconds)
  const first = Math.floor(second / turnSeconds) * breachesPerSecond
  const breaching = new Set<string>()
  for (let count = 0; count < breachesPerSecond; count += 1) {
    const project = turn[(first + count) % turn.length]
    if (project !== undefined) breaching.add(project)
  }
  const signals = turn.map((project): Signal => {
    const quiet = quietSignal(project, observedAt)
    return breaching.has(project) ? { ...quiet, latencySeconds: breachLatencySeconds } : quiet
  })
  return { signals, breaching }
}

async function sendSecond(second: number, load: Load): Promise<void> {
  const { signals, breaching } = signalsOf(second, load)
  const report = (sent: readonly Signal[], answeredAt: number) => {
    for (const { project } of sent) if (breaching.has(project)) load.onBreach(project, answeredAt)
  }
  if (load.travel === 'batches') return report(signals, await load.sender.send(signals))
  const gapMs = tickMs / signals.length
  const sending = signals.map(async (signal, index) => {
    await pause(index * gapMs)
    const fresh = { ...signal, observedAt: new Date().toISOString() }
    report([signal], await load.sender.send([fresh]))
  })
  await Promise.all(sending)
}

/**
 * Sends from second number `first` on, on time whether the answers are or not; answers the next
 * second. The first signal that is refused or lost ends the load.
 */
export async function runLoad(load: Load, first: number): Promise<number> {
  const started = performance.now()
  const sending: Promise<void>[] = []
  const failures: unknown[] = []
  let second = first
  for (let at = 0; at < load.durationMs && failures.length === 0; at += tickMs) {
    const wait = started + at - performance.now()
    if (wait > 0) await pause(wait, undefined, { signal: load.stop })
    load.stop.throwIfAborted()
    // Kept instead of thrown: nobody listens to these promises before the load is over.
    sending.push(sendSecond(second, load).catch((error) => void failures.push(error)))
    second += 1
  }
  await Promise.all(sending)
  if (failures.length > 0) throw failures[0]
  return second
}
