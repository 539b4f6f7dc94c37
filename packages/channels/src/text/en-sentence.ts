import { assertNever } from '@highwater/core'
import type { HostFigureName, Particulars } from '@highwater/core/alert'
import type { Phrases } from './phrases.ts'

const limit = (threshold: string | null): string =>
  threshold === null ? '' : `, limit ${threshold}`

const figureNames: Readonly<Record<HostFigureName, string>> = {
  cpu: 'CPU',
  memory: 'memory',
  disk: 'disk',
}

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`

/** Which alerts wait for the channel; nothing where none does. */
function waitingFor(particulars: Particulars | null): string {
  if (particulars?.type !== 'withheld' || particulars.alerts === 0) return ''
  const { alerts, named } = particulars
  const waiting = `; ${count(alerts, 'alert')} ${alerts === 1 ? 'waits' : 'wait'} for it`
  if (named.length === 0) return waiting
  const more = alerts - named.length
  return `${waiting}: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** What an alert has to say, in one English sentence without its stop. */
export const englishSentence: Phrases['sentence'] = (event, observed, threshold, particulars) => {
  switch (event) {
    case 'sync_delay':
    case 'migration_delay':
      return `${observed} behind${limit(threshold)}`
    case 'sync_failed':
    case 'migration_failed':
      return `Interrupted for ${observed}${limit(threshold)}`
    case 'no_signal':
      return `No signal for ${observed}${limit(threshold)}`
    case 'paused_too_long':
      return `Paused for ${observed}${limit(threshold)}`
    case 'sync_status_inconsistent':
      return `Said to be stopped, yet its position moved on for ${observed}${limit(threshold)}`
    case 'host_down':
      return `No heartbeat for ${observed}${limit(threshold)}`
    case 'host_down_migrate_resource':
      return particulars?.type === 'taken_over'
        ? `Its work was taken over by ${particulars.by.join(', ')}: ${count(particulars.messages, 'message')}, ${count(particulars.sources, 'source')}`
        : 'Its work was taken over by another host'
    case 'host_threshold':
      return particulars?.type === 'host_figures'
        ? `${particulars.figures.map((figure) => `${figureNames[figure.name]} ${figure.percent} % (limit ${figure.limit} %)`).join(', ')}, for ${observed}`
        : `Short of resources for ${observed}`
    case 'source_down':
      return `Nothing has come from this source for ${observed}${limit(threshold)}`
    case 'channel_down':
      return `Nothing has been delivered through this channel for ${observed}${limit(threshold)}${waitingFor(particulars)}`
    case 'clock_skew':
      return `Its clock is ${observed} ahead${limit(threshold)}`
    case 'evaluation_gap':
      return `No project was judged for ${observed}${limit(threshold)}; it works again now`
    default:
      return assertNever(event)
  }
}
