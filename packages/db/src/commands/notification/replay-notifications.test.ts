import { type ChannelId, type NotificationId, type ProjectId, seconds } from '@highwater/core'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { adminContext, anAccount, contextOf } from '../../../testing/builders.ts'
import { expectAudit, expectNoAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { countGivenUp, listNotifications } from '../../queries/index.ts'
import { storyOf } from '../../queue/queue.fixture.ts'
import { requestChannelTest } from '../channel/request-channel-test.ts'
import type { CommandContext } from '../context.ts'
import { mostReplayed } from './replay-choice.ts'
import { replayNotifications } from './replay-notifications.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof storyOf>
let admin: CommandContext
let channel: ChannelId

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = storyOf(fresh)
  admin = await adminContext(fresh.db)
  channel = await seedChannel(fresh.db)
})
afterAll(() => fresh.close())

let project: ProjectId
beforeEach(async () => {
  await fresh.db.sql`update channel set enabled = true`
  project = await seedProject(fresh.db)
  await story.report(project, 1, 2)
  await story.report(project, 90, 1)
})

/** As if the robot had refused everything that waits. */
const refuse = () => fresh.db.sql`
  update notification set state = 'failed', reason = 'robot-stopped', attempts = attempts + 1,
    next_attempt_at = null, settled_at = now()
  where state in ('pending', 'retrying')`
const replay = (...notifications: readonly NotificationId[]) =>
  replayNotifications(admin, { choice: { notifications } })
/** The newest message about the project, refused. */
async function one(): Promise<NotificationId> {
  await refuse()
  const [newest] = await fresh.db.sql<{ id: NotificationId }[]>`
    select n.id from notification n join alert a on a.id = n.alert_id
    where a.project_id = ${project} and n.state = 'failed' order by n.sequence desc limit 1`
  if (!newest) throw new Error('nothing was refused')
  return newest.id
}

test('a failed message goes out again as itself, with its attempts and who wanted it', async () => {
  const id = await one()
  expect(await replay(id)).toEqual({ replayed: 1, notReplayed: [], more: false })
  const [row] = await fresh.db.sql`
    select state, reason, attempts, kind, message ->> 'note' as note, replayed_by_name,
      deadline - now() > interval '23 hours' as fresh_deadline
    from notification where id = ${id}`
  expect(row).toEqual({
    state: 'pending',
    reason: null,
    attempts: 1,
    kind: 'firing',
    note: 'replayed',
    replayed_by_name: admin.actorName,
    fresh_deadline: true,
  })
  await expectAudit(fresh.db, { action: 'notification.replay', targetId: id })
  await refuse()
})

test('of an alert that has ended meanwhile beginning and end are told at once', async () => {
  const id = await one()
  await story.report(project, 1, 8)
  await replay(id)
  expect(await story.messagesOf(project)).toEqual(['resolved: first_news_of_a_closed_alert'])
  await refuse()
})

test('what was delivered, overtaken or is of a channel that is off is named with its reason', async () => {
  const overtaken = await one()
  await fresh.clock.advance(seconds(200))
  await story.report(project, 90, 1)
  const newest = await one()
  expect(await replay(overtaken, newest)).toMatchObject({
    replayed: 1,
    notReplayed: [{ notification: overtaken, code: 'newer_failed' }],
  })
  expect((await replay(overtaken)).notReplayed).toMatchObject([{ code: 'newer_waits' }])
  await story.deliver()
  const answer = await expectNoAudit(fresh.db, () => replay(overtaken, newest))
  expect(answer.notReplayed).toMatchObject([{ code: 'told_since' }, { code: 'not_failed' }])
  await story.report(project, 1, 8)
  const end = await one()
  await fresh.db.sql`update channel set enabled = false where id = ${channel}`
  expect((await replay(end)).notReplayed).toMatchObject([{ code: 'channel_disabled' }])
})

test('a filter replays all that failed in it, and nobody else’s messages', async () => {
  const id = await one()
  const { actor } = await anAccount(fresh.db)
  const stranger = contextOf(fresh.db, actor)
  const unseen = replayNotifications(stranger, { choice: { notifications: [id] } })
  await expect(unseen).rejects.toMatchObject({ code: 'forbidden' })
  const [alert] = await fresh.db.sql<{ id: string }[]>`
    select id from alert where project_id = ${project}`
  const choice = { filter: { alert: alert?.id ?? '', channel } }
  expect(await replayNotifications(admin, { choice })).toMatchObject({ replayed: 1 })
  expect(await replayNotifications(admin, { choice })).toMatchObject({ replayed: 0, more: false })
})

test('the dead letters are as many as are listed: a failed test is none', async () => {
  const id = await one()
  await requestChannelTest(admin, { channel })
  await refuse()
  const { items } = await listNotifications(fresh.db, admin.actor, { state: 'failed' })
  expect(items.map((item) => item.id)).toContain(id)
  expect(items.filter(({ kind }) => kind === 'test')).toEqual([])
  expect(await countGivenUp(fresh.db, admin.actor)).toBe(items.length)
  const tests = { state: 'failed', kind: 'test' } as const
  expect((await listNotifications(fresh.db, admin.actor, tests)).items).toHaveLength(1)
})

test('what can go out does not wait behind more that cannot than are replayed at once', async () => {
  const id = await one()
  await fresh.db.sql`
    with gone as (
      insert into channel (id, name, kind, config, sealed_secrets, secret_names, budget_key,
        fingerprint, enabled, version, created_at)
      select gen_random_uuid(), 'gone', kind, config, sealed_secrets, secret_names, 'gone', 'gone',
        false, 1, now()
      from channel where id = ${channel} returning id
    )
    insert into notification (id, channel_id, kind, state, reason, locale, priority, created_at,
      settled_at, dedupe_key)
    select gen_random_uuid(), gone.id, 'digest', 'failed', 'x', 'en', 0,
      now() - interval '1 day', now(), 'gone ' || number
    from gone, generate_series(1, ${mostReplayed + 1}) as number`
  const choice = { filter: {} }
  const first = await replayNotifications(admin, { choice })
  expect(first).toMatchObject({ replayed: expect.any(Number), more: false })
  const [row] = await fresh.db.sql`select state from notification where id = ${id}`
  expect(row?.state).toBe('pending')
})
