import type { Reading, Scenario } from './reading.ts'

interface Phase {
  readonly name: string
  /** Its share of the whole length. */
  readonly share: number
}

const phases: readonly Phase[] = [
  { name: 'schema migration', share: 0.1 },
  { name: 'full migration', share: 0.5 },
  { name: 'incremental', share: 0.3 },
  { name: 'verification', share: 0.1 },
]

/** A migration goes through its steps once and is then finished. */
export const migration =
  (options: { readonly lengthSeconds: number; readonly behindSeconds: number }): Scenario =>
  ({ elapsed }): Reading | null => {
    if (elapsed < 0) return null
    let left = elapsed / options.lengthSeconds
    for (const { name, share } of phases) {
      if (left < share) {
        const step = { name, state: 'running' } as const
        if (name !== 'incremental') return { state: 'running', step }
        const latencySeconds = Math.round(options.behindSeconds * (1 - left / share))
        return { state: 'running', step, latencySeconds }
      }
      left -= share
    }
    return { state: 'finished' }
  }
