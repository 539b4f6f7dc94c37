import type { AttemptWatch } from '@highwater/channels/send'
import type { Instant } from '@highwater/core'
import type { AttemptTrace, TraceStep, TraceStepName } from '@highwater/core/delivery'

export interface TraceRecorder {
  readonly watch: AttemptWatch
  readonly read: () => AttemptTrace
}

interface RecorderOptions {
  /** As `host:port`; null for a direct connection. */
  readonly proxy: string | null
  readonly now: () => Instant
  readonly onStep: (trace: AttemptTrace) => void
}

/** An attempt may ask for a token first: of what it does twice, the last time is what counts. */
const repeated: ReadonlySet<TraceStepName> = new Set(['sending', 'verdict'])

/** Writes down what an attempt passes, with how long each step took. */
export function recordTrace({ proxy, now, onStep }: RecorderOptions): TraceRecorder {
  const startedAt = performance.now()
  let steps: readonly TraceStep[] = []
  let clockOffsetMs: number | null = null
  const read = (): AttemptTrace => ({ steps, proxy, clockOffsetMs })
  return {
    read,
    watch: {
      reached(step, found) {
        if (steps.some((each) => each.step === step) && !repeated.has(step)) return
        // A further request has no answer yet.
        const undone = step === 'sending' ? ['sending', 'verdict'] : [step]
        const before = steps.filter((each) => !undone.includes(each.step))
        const atMs = Math.round(performance.now() - startedAt)
        steps = [...before, { step, atMs, tookMs: atMs - (before.at(-1)?.atMs ?? 0), found }]
        onStep(read())
      },
      toldTime(date) {
        const told = Date.parse(date)
        if (Number.isNaN(told)) return
        clockOffsetMs = Math.round(told - now())
        onStep(read())
      },
    },
  }
}
