import { minutes, type ProjectId, seconds } from '@highwater/core'
import type { UserActor } from '@highwater/core/permissions'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { adminContext, anAccount, contextOf } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedProject } from '../../../testing/seed.ts'
import {
  type CommandContext,
  replayNotifications,
  updateChannel,
  updateContacts,
  updateProject,
  updateUser,
} from '../../commands/index.ts'
import { outcome } from '../deliver/deliver.fixture.ts'
import { reapExpiredLeases } from '../deliver/reap.ts'
import { settleNotifications } from '../deliver/settle.ts'
import { peopleStoryOf } from './people.fixture.ts'
import { routingStoryOf } from './routing.fixture.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof routingStoryOf>
let people: ReturnType<typeof peopleStoryOf>
let admin: CommandContext
let project: ProjectId
let an: UserActor

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = routingStoryOf(fresh)
  admin = await adminContext(fresh.db)
  people = peopleStoryOf(fresh, admin)
})
afterAll(() => fresh.close())

beforeEach(async () => {
  project = await seedProject(fresh.db)
  an = (await anAccount(fresh.db)).actor
})

const refuse = () => fresh.db.sql`
  update notification set state = 'failed', reason = 'robot-stopped', attempts = attempts + 1,
    next_attempt_at = null, settled_at = now()
  where state in ('pending', 'retrying')`
const replay = async () => {
  const [about] = await fresh.db.sql<{ id: string }[]>`
    select id from alert where project_id = ${project}`
  const choice = { filter: { alert: about?.id ?? '' } }
  const { replayed, notReplayed } = await replayNotifications(admin, { choice })
  return [replayed, ...notReplayed.map(({ code }) => code)]
}
const reap = () =>
  reapExpiredLeases(fresh.db, {
    jitter: () => 0.5,
    lease: seconds(30),
    host: 'h',
    consoleUrl: 'https://highwater.example',
  })

test('what was given up is not sent again to somebody whose account is disabled', async () => {
  await people.nameMailChannel()
  await people.address(['owner'])
  await updateProject(admin, { project, owner: an.id })
  const robots = { dingtalk: { secrets: { webhook: 'token-of-somebody-who-went' } } }
  await updateContacts(contextOf(fresh.db, an), { robots })
  await story.breach([project])
  await people.claim()
  await updateUser(admin, { user: an.id, disabled: true })
  await fresh.clock.advance(minutes(1))
  await reap()
  const states = async () =>
    (await people.outbox(project)).map((line) => line.split(' ').slice(3).join(' '))
  expect(await states()).toEqual(['cancelled channel_disabled', 'cancelled channel_disabled'])
  await fresh.db.sql`update notification set state = 'failed' where state = 'cancelled'`
  expect(await replay()).toEqual([0, 'channel_disabled', 'channel_disabled'])
  await updateUser(admin, { user: an.id, disabled: false })
  expect(await replay()).toEqual([2])
})

test('what is being sent is not tried again for somebody whose account was disabled meanwhile', async () => {
  await people.nameMailChannel()
  await people.address(['owner'])
  await updateProject(admin, { project, owner: an.id })
  await story.breach([project])
  const sending = await people.claim()
  await updateUser(admin, { user: an.id, disabled: true })
  const failed = { outcome: outcome('transient'), worker: 'w', durationMs: 1, jitter: 0.1 }
  await settleNotifications(
    fresh.db,
    sending.map((claimed) => ({ claimed, ...failed })),
  )
  expect((await people.outbox(project)).join()).toContain('cancelled channel_disabled')
})

test('what is on its way to a mailbox is not tried again once the channel that carries mail is off', async () => {
  const mail = await people.nameMailChannel()
  await people.address(['owner'])
  await updateProject(admin, { project, owner: an.id })
  await story.breach([project])
  const sending = await people.claim()
  await updateChannel(admin, { channel: mail, enabled: false })
  const failed = { outcome: outcome('transient'), worker: 'w', durationMs: 1, jitter: 0.1 }
  await settleNotifications(
    fresh.db,
    sending.map((claimed) => ({ claimed, ...failed })),
  )
  expect(await people.outbox(project)).toEqual([
    expect.stringContaining('cancelled channel_disabled'),
  ])
})

test('what was given up is not sent again to a mailbox while the channel that carries mail is off', async () => {
  await people.nameMailChannel()
  await people.address(['owner'])
  await updateProject(admin, { project, owner: an.id })
  await story.breach([project])
  await refuse()
  await fresh.db.sql`
    update channel set enabled = false where id = (select mail_channel_id from installation)`
  expect(await replay()).toEqual([0, 'channel_disabled'])
})
