import type { AlertId, ChannelId, ProjectId } from '@highwater/core'
import type { EscalationStep } from '@highwater/core/subscription'
import type { FreshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel } from '../../../testing/seed.ts'
import { routingStoryOf } from '../outbox/routing.fixture.ts'
import { escalateDue } from './escalate-due.ts'

/** Tells stories of alerts that nobody acknowledges. */
export function escalationStoryOf(fresh: FreshDatabase) {
  const { db } = fresh
  const story = routingStoryOf(fresh)
  return {
    ...story,
    async channel(name: string): Promise<ChannelId> {
      const id = await seedChannel(db)
      await db.sql`update channel set name = ${name} where id = ${id}`
      return id
    },
    /** The subscription that is there from the start tells `first`, and then takes these steps. */
    async escalate(first: ChannelId, ...steps: readonly (readonly [number, ChannelId])[]) {
      const targets = { allChannels: false, channels: [first], groups: [], period: null }
      const escalation = steps.map(
        ([afterMinutes, channel]): EscalationStep => ({
          afterMinutes,
          channels: [channel],
          groups: [],
        }),
      )
      await db.sql`
        update subscription set escalation = ${db.sql.json(JSON.parse(JSON.stringify(escalation)))},
          levels = ${db.sql.json({ high: targets, medium: targets, low: targets })}
        where is_default`
    },
    look: () => escalateDue(db, { limit: 100, consoleUrl: 'https://highwater.example' }),
    /** What each channel was told or denied, oldest first. */
    async heard(project: ProjectId): Promise<string[]> {
      const rows = await db.sql<{ line: string }[]>`
        select concat_ws(' ', c.name, n.kind, n.message ->> 'note',
          case when n.state = 'suppressed' then n.reason end) as line
        from notification n join alert a on a.id = n.alert_id left join channel c on c.id = n.channel_id
        where a.project_id = ${project} order by n.sequence`
      return rows.map((row) => row.line)
    },
    async alertOf(project: ProjectId): Promise<AlertId> {
      const [row] = await db.sql<{ id: AlertId }[]>`
        select id from alert where project_id = ${project} order by number desc limit 1`
      if (row === undefined) throw new Error('The project has no alert.')
      return row.id
    },
    /** In how many minutes somebody looks at its escalation again; null for never. */
    async nextLook(project: ProjectId): Promise<number | null> {
      const [row] = await db.sql<{ left: number | null }[]>`
        select round(extract(epoch from escalates_at - now()) / 60)::int as left
        from alert where project_id = ${project} order by number desc limit 1`
      return row?.left ?? null
    },
  }
}
