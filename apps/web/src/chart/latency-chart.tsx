import { useTranslations } from 'next-intl'
import type { Meaning } from '~/ui/meaning.ts'
import { ChartLegend } from './chart-legend.tsx'
import { type ChartEvent, EventTicks } from './event-ticks.tsx'
import { LatencyPlot } from './latency-plot.tsx'
import { LatencyTable } from './latency-table.tsx'
import type { LatencySample, ThresholdStep } from './path.ts'
import { StateBand, type StateSpan } from './state-band.tsx'
import { TimeAxis } from './time-axis.tsx'

export interface LatencyChartData {
  /** Epoch milliseconds, as are all times below. */
  readonly from: number
  readonly to: number
  readonly samples: readonly LatencySample[]
  /** In order; an edit of the threshold begins a new step. */
  readonly thresholds: readonly ThresholdStep[]
  readonly states: readonly StateSpan[]
  readonly notifications: readonly ChartEvent[]
  /** What people did: acknowledged, changed the level. */
  readonly marks: readonly ChartEvent[]
}

interface LatencyChartProps {
  /** What the chart shows, such as "Latency of pay-orders". */
  readonly label: string
  readonly data: LatencyChartData
}

/** Latency, its threshold, states, messages and human acts on one time axis; drawn on the server. */
export function LatencyChart({ label, data }: LatencyChartProps) {
  const t = useTranslations('common.chart')
  const range = { from: data.from, to: data.to }
  const seen = new Set<Meaning>(data.states.map(({ meaning }) => meaning))
  return (
    <figure aria-label={label} className="flex min-w-0 flex-col gap-4">
      <ChartLegend meanings={[...seen]} />
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
        <LatencyPlot {...range} samples={data.samples} thresholds={data.thresholds} />
        <span className="pt-2 text-right text-2xs text-ink-faint">{t('states')}</span>
        <StateBand {...range} spans={data.states} />
        <span className="pt-1 text-right text-2xs text-ink-faint">{t('messages')}</span>
        <EventTicks {...range} kind="message" events={data.notifications} />
        <span className="pt-1 text-right text-2xs text-ink-faint">{t('people')}</span>
        <EventTicks {...range} kind="person" events={data.marks} />
        <span />
        <TimeAxis {...range} />
      </div>
      <LatencyTable label={label} data={data} />
    </figure>
  )
}
