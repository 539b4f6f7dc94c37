import type { Verdict } from '@highwater/db/queries'

const most = 3

interface ShownVerdicts {
  readonly named: readonly Verdict[]
  /** How many channels beside these got it, failed or wait. */
  readonly more: number
  /** How many channels were held back, where others were not. */
  readonly held: number
}

const isHeld = ({ state }: Verdict) => state === 'suppressed' || state === 'cancelled'

/** Names few channels: those that something left for; where nothing did, why the first one was held. */
export function shownVerdicts(verdicts: readonly Verdict[]): ShownVerdicts {
  const left = verdicts.filter((verdict) => !isHeld(verdict))
  const held = verdicts.filter(isHeld)
  if (left.length === 0) {
    return { named: held.slice(0, 1), more: 0, held: Math.max(0, held.length - 1) }
  }
  return { named: left.slice(0, most), more: Math.max(0, left.length - most), held: held.length }
}
