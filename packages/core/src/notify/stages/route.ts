import type { PlannedNews } from '../news.ts'
import type { Intent, PlanBatch, Suppression } from '../plan-batch.ts'
import type { PlanContext } from '../plan-context.ts'

/**
 * Who is to hear which news: the default subscription (C17), every alert to every channel that
 * belongs to no department.
 */
export function route(news: readonly PlannedNews[], context: PlanContext): PlanBatch {
  const kept: Intent[] = []
  const held: Suppression[] = []
  const serving = context.channels.filter((channel) => channel.department === null)
  for (const item of news) {
    const { alert, kind, note } = item
    const wanted = serving.filter(({ id }) => item.channels?.includes(id) ?? true)
    if (serving.length === 0) {
      held.push({ alert, channel: null, kind, reason: 'no_channel', detail: null })
    }
    kept.push(...wanted.map(({ id }) => ({ alert, channel: id, kind, note, news: item })))
  }
  return { kept, held, superseded: [] }
}
