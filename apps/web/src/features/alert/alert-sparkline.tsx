import { toSeconds } from '@highwater/core'
import { alertEventFacts } from '@highwater/core/alert'
import type { AlertItem, Sparkline as SparklineData } from '@highwater/db/queries'
import { Sparkline } from '~/chart/sparkline.tsx'

interface AlertSparklineProps {
  readonly alert: Pick<AlertItem, 'event' | 'thresholdMs' | 'project'>
  readonly sparkline: SparklineData | undefined
}

/** The last day of the project's latency; its place is kept while it is on its way. */
export function AlertSparkline({ alert, sparkline }: AlertSparklineProps) {
  if (alert.project === null) return null
  if (sparkline === undefined) return <span aria-hidden className="block h-6 w-28" />
  const threshold = { from: sparkline.from, seconds: toSeconds(alert.thresholdMs) }
  const isLatency = alertEventFacts[alert.event].condition === 'latency'
  return (
    <Sparkline
      from={sparkline.from}
      to={sparkline.to}
      samples={sparkline.samples}
      thresholds={isLatency ? [threshold] : []}
    />
  )
}
