import { setTimeout as delay } from 'node:timers/promises'

/** Lets a cycle sleep until its time has come or somebody rings. A ring during work is not lost. */
export interface WakeUp {
  readonly ring: () => void
  /** Resolves after `ms`, at a ring, or when the signal aborts; never rejects. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

export function createWakeUp(): WakeUp {
  let rung = false
  let wake: AbortController | null = null
  return {
    ring() {
      rung = true
      wake?.abort()
    },
    async sleep(ms, signal) {
      if (!rung && !signal.aborted) {
        wake = new AbortController()
        const either = AbortSignal.any([wake.signal, signal])
        await delay(ms, undefined, { signal: either }).catch(() => undefined)
        wake = null
      }
      rung = false
    },
  }
}
