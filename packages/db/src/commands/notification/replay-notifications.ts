import { type ReplayRefusal, replayRefusalTexts } from '@highwater/core/delivery'
import { z } from 'zod'
import type { Topic } from '../../client/topics.ts'
import { alertsToldBy, refreshSendingStatus } from '../../queue/outbox/write-notifications.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { sqlOf } from '../sql-of.ts'
import { type ChosenMessage, loadChosen } from './load-chosen.ts'
import { mostReplayed, type NotReplayed, type Replayed, replayChoice } from './replay-choice.ts'
import { writeReplays } from './write-replays.ts'

const notReplayed = (
  notification: NotReplayed['notification'],
  name: string | null,
  code: ReplayRefusal,
): NotReplayed => ({ notification, name, code, message: replayRefusalTexts[code].en })

const auditReplay = ({ id, name, reason }: ChosenMessage) =>
  auditOf(
    'notification.replay',
    { id, name },
    { before: { state: 'failed', reason }, after: { state: 'pending' } },
  )

/**
 * Sends messages again that were given up (C12), with what is true now. Each stays the message that
 * it was: its attempts go on counting. What cannot be replayed is named with its reason.
 */
export const replayNotifications = defineCommand({
  action: 'notification.replay',
  input: z.strictObject({ choice: replayChoice }),
  load: async (tx, { choice }, { actor }) => loadChosen(tx, actor, choice),
  // Any one that may be replayed is ground enough: the others are refused one by one.
  resource: (rows, _input, { actor }) => ({
    department:
      (rows.find(({ against }) => against !== 'forbidden') ?? rows[0])?.department ??
      (actor.type === 'token' ? actor.department : null),
  }),
  async change(tx, rows, { choice }, context) {
    const { now, actorName, consoleUrl } = context
    const named = 'notifications' in choice ? [...new Set(choice.notifications)] : []
    const found = new Set(rows.map(({ id }) => id))
    const considered = rows.slice(0, mostReplayed)
    const chosen = considered.filter(({ against }) => against === null)
    const result: Replayed = {
      replayed: chosen.length,
      notReplayed: [
        ...named.filter((id) => !found.has(id)).map((id) => notReplayed(id, null, 'not_found')),
        ...considered.flatMap(({ id, name, against }) =>
          against === null ? [] : [notReplayed(id, name, against)],
        ),
      ],
      more: rows.slice(mostReplayed).some(({ against }) => against === null),
    }
    const [first, ...others] = chosen
    if (!first) return { result, unchanged: true }
    const sql = sqlOf(tx)
    await writeReplays(sql, chosen, { now, by: actorName, consoleUrl })
    const alerts = await alertsToldBy(
      sql,
      chosen.map(({ id }) => id),
    )
    await refreshSendingStatus(sql, alerts)
    const topics: Topic[] = ['deliver', 'deliveries', 'alerts']
    return {
      result,
      audit: [auditReplay(first), ...others.map(auditReplay)],
      topics: [...topics, ...alerts.map((id): Topic => `alert:${id}`)],
    }
  },
})
