import type { ProjectState } from '@highwater/core/project'
import type { ChartAlert, LatencyHistory } from '@highwater/db/queries'
import { thresholdAt } from '~/chart/path.ts'
import type { StateSpan } from '~/chart/state-band.tsx'

type History = Pick<LatencyHistory, 'from' | 'to' | 'samples' | 'states' | 'alerts' | 'thresholds'>

/** In these nothing is judged: what stood before is over. */
const isOver: Readonly<Record<ProjectState, boolean>> = {
  running: false,
  monitoring: false,
  interrupted: false,
  failed: false,
  unknown: false,
  paused: true,
  finished: true,
  released: true,
}

/** Whether a figure, or that there is one, ends what the alert was about; what else would, figures do not say. */
function isGood({ event }: ChartAlert, { thresholds }: History) {
  const steps = thresholds.map(({ at, seconds }) => ({ from: at, seconds }))
  return (at: number, seconds: number): boolean => {
    switch (event) {
      case 'sync_delay':
      case 'migration_delay': {
        const limit = thresholdAt(steps, at)
        return limit === null || seconds <= limit
      }
      default:
        return true
    }
  }
}

/** Until when an alert went on that a person had closed, as far as figures and states tell it. */
function goneOnUntil(alert: ChartAlert, closedAt: number, history: History): number {
  if (alert.isDismissed) return history.to
  const since = Math.max(closedAt, history.from)
  const good = isGood(alert, history)
  const later = history.samples.filter(({ at, seconds }) => at >= since && seconds !== null)
  const first = later.findIndex(({ at, seconds }) => seconds !== null && good(at, seconds))
  // It was over before the range, for all that the range shows.
  if (first === 0 && closedAt < history.from) return since
  const figuresEnd = (first < 0 ? later.at(-1) : later[first])?.at
  const stateEnd = history.states.find(({ at, state }) => at >= since && isOver[state])?.at
  return Math.min(figuresEnd ?? since, stateEnd ?? Infinity)
}

/** What stood on after a person had closed its alert: it is no longer told, and not quiet either. */
export function dismissedSpans(history: History): StateSpan[] {
  return history.alerts.flatMap((alert) => {
    const { closedAt, closeReason } = alert
    if (closedAt === null || closeReason !== 'closed_by_person') return []
    const from = Math.max(closedAt, history.from)
    return [{ from, to: goneOnUntil(alert, closedAt, history), meaning: 'dismissed' }]
  })
}
