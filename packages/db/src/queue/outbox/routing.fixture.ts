import { type Millis, type ProjectId, type SubscriptionId, seconds } from '@highwater/core'
import type { DigestMessage } from '@highwater/core/notify'
import type { Subscription } from '@highwater/core/subscription'
import type { FreshDatabase } from '../../../testing/fresh-database.ts'
import { newId } from '../../client/new-id.ts'
import { claimNotifications } from '../deliver/claim.ts'
import { settleNotifications } from '../deliver/settle.ts'
import { sendDueDigests } from '../digest/send-digests.ts'
import { storyOf } from '../queue.fixture.ts'
import { wakeHeld } from './wake-held.ts'

const options = { limit: 100, consoleUrl: 'https://highwater.example' }

/** Tells stories of many projects at once, and of who hears of their alerts. */
export function routingStoryOf(fresh: FreshDatabase) {
  const { db, clock } = fresh
  const story = storyOf(fresh)
  const signal = async (projects: readonly ProjectId[], latencySeconds: number) => {
    for (const project of projects) await story.send(project, { latencySeconds })
    await story.evaluate()
  }
  return {
    ...story,
    /** All these projects are caught up, and then all are behind, in one evaluation. */
    async breach(projects: readonly ProjectId[]) {
      await signal(projects, 1)
      await clock.advance(seconds(1))
      await signal(projects, 90)
    },
    signal,
    /** A signal of each every ten seconds, so that none falls silent. */
    async keepReporting(reports: readonly (readonly [ProjectId, number])[], times: number) {
      for (let count = 0; count < times; count += 1) {
        await clock.advance(seconds(10))
        for (const [project, latencySeconds] of reports) {
          await story.send(project, { latencySeconds })
        }
        await story.evaluate()
      }
    },
    sendDigests: () => sendDueDigests(db, options),
    wake: () => wakeHeld(db, options),
    /** Delivers everything that is due, with success. */
    async deliver() {
      const { claimed } = await claimNotifications(db, {
        worker: 'w',
        limit: 200,
        perChannel: 200,
        busyChannels: [],
        consoleUrl: 'https://highwater.example',
        lease: seconds(30),
        rulesOf: () => [],
      })
      const detail = { reason: 'accepted', httpStatus: 200, providerCode: '0', providerMessage: '' }
      const attempts = claimed.map((each) => ({
        claimed: each,
        outcome: { kind: 'delivered', detail } as const,
        worker: 'w',
        durationMs: 1,
        jitter: 0,
      }))
      await settleNotifications(db, attempts)
      return claimed.map((each) => each.kind)
    },
    /** How many messages there are, by kind, state and reason. */
    async outbox() {
      const rows = await db.sql<{ label: string; count: number }[]>`
        select concat_ws(' ', kind, state, reason) as label, count(*)::int as count
        from notification group by 1 order by 1`
      return Object.fromEntries(rows.map((row) => [row.label, row.count]))
    },
    digests: async () => {
      const rows = await db.sql<{ message: DigestMessage }[]>`
        select message from notification where kind = 'digest' order by sequence`
      return rows.map((row) => row.message)
    },
    /** Changes the subscription that is there from the start. */
    async narrow(changes: {
      limit?: Subscription['limit']
      recoveryNotices?: boolean
      enabled?: boolean
      period?: { from: string; until: string }
    }) {
      const { limit, recoveryNotices, enabled, period } = changes
      const targets = {
        allChannels: true,
        channels: [],
        groups: [],
        period: period ? { ...period, weekdays: [], timeZone: 'UTC' } : null,
      }
      await db.sql`
        update subscription set enabled = ${enabled ?? true},
          receive_limit = ${limit ? db.sql.json({ ...limit }) : null},
          recovery_notices = ${recoveryNotices ?? true},
          levels = ${db.sql.json({ high: targets, medium: targets, low: targets })}
        where is_default`
    },
    /** Another subscription of everything to every channel. */
    async subscribe(name: string, locale: 'en' | 'zh-CN'): Promise<SubscriptionId> {
      const id = newId<'subscription'>()
      await db.sql`
        insert into subscription (id, name, scope, levels, locale, created_at)
        select ${id}, ${name}, scope, levels, ${locale}, now() from subscription where is_default`
      return id
    },
    /** Moves to so many minutes before the next full hour. */
    async toMinutesBeforeHour(minutes: number) {
      const [row] = await db.sql<{ ms: number }[]>`
        select (extract(epoch from date_trunc('hour', now() + interval '1 hour') - now()) * 1000)::int as ms`
      const left = (row?.ms ?? 0) - minutes * 60_000
      await clock.advance((left > 0 ? left : left + 3_600_000) as Millis)
      const [at] = await db.sql<{ hour: number }[]>`
        select extract(hour from (now() + interval '30 minutes') at time zone 'UTC')::int as hour`
      return at?.hour ?? 0
    },
  }
}
