import type { AlertId, ChannelId } from '../ids.ts'
import type { PlannedNews } from './news.ts'
import type { PlanBatch } from './plan-batch.ts'
import type { PlanContext, ToldState } from './plan-context.ts'

/** A channel that knows of an alert, or is about to. */
export interface Heard {
  readonly alert: AlertId
  readonly channel: ChannelId
}

const believesIt: ReadonlySet<ToldState> = new Set(['unsent', 'in_flight', 'delivered', 'unknown'])

/**
 * The channels that believe that an alert goes on although its end has been planned: nothing leads
 * there since a subscription, a group or the project's tags were edited. They are to be planned anew
 * as left behind.
 * @param heard all channels that any message about these alerts was for
 */
export function forgottenBy(
  { kept, held }: PlanBatch,
  news: readonly PlannedNews[],
  heard: readonly Heard[],
  { told }: Pick<PlanContext, 'told'>,
): Heard[] {
  const ended = new Set(
    news.flatMap(({ alert, kind, channels }) =>
      kind === 'resolved' && channels === undefined ? [alert] : [],
    ),
  )
  const believing = heard.filter(
    ({ alert, channel }) => ended.has(alert) && believesIt.has(told(alert, channel)),
  )
  if (believing.length === 0) return []
  const planned = new Set([...kept, ...held].map(({ alert, channel }) => `${alert} ${channel}`))
  return believing.filter(({ alert, channel }) => !planned.has(`${alert} ${channel}`))
}
