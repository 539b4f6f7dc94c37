import type { Topic } from '@highwater/db/client'
import { createWakeUp, type WakeUp } from './wake-up.ts'

export interface CycleOutcome {
  readonly taken: number
  /** There is more to do right now. */
  readonly more: boolean
  readonly figures?: Readonly<Record<string, number>>
}

/** One thing that the worker does again and again. */
export interface Cycle {
  readonly name: string
  /** The longest pause between two runs, in milliseconds: the safety net under the wake-ups. */
  readonly everyMs: number
  /** Notices that end the pause early. */
  readonly wakesOn: readonly Topic[]
  readonly run: () => Promise<CycleOutcome>
  /** Hands over the bell with which a cycle ends its own pause. */
  readonly connect?: (ring: () => void) => void
}

export interface CycleObserver {
  readonly ran: (cycle: Cycle, outcome: CycleOutcome, durationMs: number) => Promise<void>
  readonly failed: (cycle: Cycle, error: unknown, durationMs: number) => Promise<void>
}

export interface RunningCycle {
  readonly cycle: Cycle
  readonly wakeUp: WakeUp
  /** Resolves when the cycle has stopped after its signal was aborted. */
  readonly stopped: Promise<void>
}

const longestBackOffMs = 5_000

async function repeat(cycle: Cycle, wakeUp: WakeUp, observer: CycleObserver, signal: AbortSignal) {
  let failures = 0
  while (!signal.aborted) {
    const started = performance.now()
    try {
      const outcome = await cycle.run()
      failures = 0
      await observer.ran(cycle, outcome, performance.now() - started)
      if (outcome.more) continue
      await wakeUp.sleep(cycle.everyMs, signal)
    } catch (error) {
      failures += 1
      await observer.failed(cycle, error, performance.now() - started)
      // A notice is no reason to hurry while the database is away.
      const backOffMs = Math.min(250 * 2 ** failures, longestBackOffMs)
      await createWakeUp().sleep(backOffMs, signal)
    }
  }
}

/** Runs a cycle until the signal aborts; the run in progress is finished first. */
export function startCycle(
  cycle: Cycle,
  observer: CycleObserver,
  signal: AbortSignal,
): RunningCycle {
  const wakeUp = createWakeUp()
  cycle.connect?.(wakeUp.ring)
  return { cycle, wakeUp, stopped: repeat(cycle, wakeUp, observer, signal) }
}
