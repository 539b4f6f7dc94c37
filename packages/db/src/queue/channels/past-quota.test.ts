import type { ChannelId, ProjectId } from '@highwater/core'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject, seedProjects } from '../../../testing/seed.ts'
import { routingStoryOf } from '../outbox/routing.fixture.ts'
import { catchUpChannels } from './catch-up.ts'
import { sendPastQuota } from './past-quota.ts'
import { readQuotas } from './quotas.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof routingStoryOf>
let robot: ChannelId
let mail: ChannelId
let orders: ProjectId

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = routingStoryOf(fresh)
  robot = await seedChannel(fresh.db)
  mail = await seedChannel(fresh.db, { secrets: { webhook: 'another' } })
  orders = await seedProject(fresh.db)
  const { sql } = fresh.db
  await sql`update channel set monthly_quota = 3, fallback_channel_id = ${mail} where id = ${robot}`
  const targets = { allChannels: false, channels: [robot], groups: [], period: null }
  await sql`update subscription set levels = ${sql.json({ high: targets, medium: targets, low: targets })}`
})
afterEach(() => fresh.close())

const useUp = () => fresh.db.sql`
  insert into channel_bucket (key, sent_at, month_start, month_sent)
  select budget_key, '{}',
    date_trunc('month', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai', 3
  from channel where id = ${robot}
  on conflict (key) do update set month_start = excluded.month_start, month_sent = 3`

const told = async () => {
  const rows = await fresh.db.sql<{ channel_id: ChannelId; label: string }[]>`
    select channel_id, concat_ws(' ', kind, state, reason) as label from notification order by sequence`
  return rows.map(({ channel_id, label }) => `${channel_id === robot ? 'robot' : 'mail'} ${label}`)
}

test('what waits when a monthly quota runs out is told by the fallback channel, once', async () => {
  await story.breach([orders])
  await useUp()
  expect(await sendPastQuota(fresh.db, 10)).toEqual({ taken: 1, more: false })
  expect(await sendPastQuota(fresh.db, 10)).toEqual({ taken: 0, more: false })
  expect(await told()).toEqual(['robot firing suppressed quota_used_up', 'mail firing pending'])
  await story.deliver()
  const [alert] = await fresh.db.sql`select status from alert_sending`
  expect(alert).toEqual({ status: 'successful' })
})

test('news that comes later is planned for it, ends included, until the month is over', async () => {
  await story.breach([orders])
  await story.deliver()
  await useUp()
  await story.report(orders, 1, 8)
  expect(await told()).toEqual([
    'robot firing delivered',
    'mail resolved pending',
    'robot resolved suppressed quota_used_up',
  ])
  expect(await readQuotas(fresh.db)).toMatchObject([{ quota: 3, sent: 3 }])
  await fresh.db.sql`update channel_bucket set month_start = month_start - interval '1 month'`
  expect(await readQuotas(fresh.db)).toMatchObject([{ quota: 3, sent: 0 }])
  await story.breach([orders])
  expect((await told()).at(-1)).toBe('robot firing pending')
})

test('without a fallback channel that can tell it, it waits', async () => {
  await fresh.db.sql`update channel set enabled = false where id = ${mail}`
  await story.breach([orders])
  await useUp()
  expect(await sendPastQuota(fresh.db, 10)).toEqual({ taken: 0, more: false })
  expect(await told()).toEqual(['robot firing pending'])
})

test('what a digest of the fallback channel names is not told there once more', async () => {
  const { sql } = fresh.db
  const both = { allChannels: true, channels: [], groups: [], period: null }
  await sql`update subscription set levels = ${sql.json({ high: both, medium: both, low: both })}`
  await story.breach([orders, ...(await seedProjects(fresh.db, { count: 5 }))])
  await sql`update channel set catch_up_since = now() where id = ${mail}`
  await catchUpChannels(fresh.db, { consoleUrl: 'https://highwater.example' })
  await useUp()
  expect(await sendPastQuota(fresh.db, 10)).toEqual({ taken: 6, more: false })
  expect(
    (await told()).filter((line) => line.startsWith('mail') && line.endsWith('pending')),
  ).toEqual(['mail digest pending'])
})
