import type { Millis } from '@highwater/core'
import { type AlertEvent, figureToTell, type Particulars } from '@highwater/core/alert'
import { clipParticulars } from './clip-particulars.ts'
import type { Phrases } from './phrases.ts'

interface Measured {
  readonly event: AlertEvent
  readonly observed: Millis
  /** Null or 0 where nothing at all is allowed: then there is no limit to name. */
  readonly threshold: Millis | null
  readonly particulars: Particulars | null
}

/** How far off something is and what its limit is, in a sentence without its stop. */
export function sayFigures(measured: Measured, say: Phrases, dataBytes: number): string {
  const { event, observed, threshold } = measured
  const particulars = clipParticulars(measured.particulars, dataBytes)
  if (!threshold) return say.sentence(event, say.measured(observed), null, particulars)
  const told = say.measured(figureToTell(event, observed, threshold))
  return say.sentence(event, told, say.measured(threshold), particulars)
}
