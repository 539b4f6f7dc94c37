import { type Instant, type Millis, millis } from '@highwater/core'
import { alertEventFacts } from '@highwater/core/alert'
import { readParametersInForce } from '../parameter/in-force.ts'
import { resolutionFrom } from '../project/history-resolution.ts'
import { readHistoryEdges, readSamples } from '../project/history-samples.ts'
import type { Reader } from '../reader.ts'
import type { AlertItem } from './item.ts'

/**
 * The worst that was measured while an alert stood, told or not; the alert itself keeps the worst of
 * which people were told.
 */
export async function readWorstFigure(db: Reader, alert: AlertItem): Promise<Millis | null> {
  const { project, since: from, closedAt, peakMs } = alert
  if (project === null || alertEventFacts[alert.event].condition !== 'latency') return peakMs
  const { now, rolledUntil } = await readHistoryEdges(db)
  const to: Instant = closedAt ?? now
  const resolution = resolutionFrom(from, now, await readParametersInForce(db))
  const whole = millis(to - from + 1)
  const samples = await readSamples(db, project.id, { from, to, resolution, rolledUntil }, whole)
  return millis(Math.max(peakMs ?? 0, ...samples.map(({ seconds }) => (seconds ?? 0) * 1_000)))
}
