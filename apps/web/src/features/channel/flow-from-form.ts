import { type Aggregation, isAggregationDimension } from '@highwater/core/notify'
import { parseDurationText } from '~/ui/duration-text.ts'
import type { ChannelFlow } from './flow-fields.tsx'

/** Reads the fields of `FlowFields`; what cannot be read is refused where it is written. */
export function flowFromForm(form: FormData): ChannelFlow {
  const quota = String(form.get('monthlyQuota') ?? '').trim()
  return {
    aggregation: form.has('aggregate') ? aggregationOf(form) : null,
    monthlyQuota: quota === '' ? null : Number(quota),
  }
}

function aggregationOf(form: FormData): Aggregation {
  const window = parseDurationText(String(form.get('aggregationWindow') ?? ''))
  return {
    windowSeconds: window.ok ? window.seconds : Number.NaN,
    groupBy: form.getAll('groupBy').map(String).filter(isAggregationDimension),
  }
}
