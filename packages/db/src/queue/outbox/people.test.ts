import { minutes, type ProjectId, seconds } from '@highwater/core'
import type { UserActor } from '@highwater/core/permissions'
import type { PersonRole } from '@highwater/core/person'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { adminContext, anAccount, contextOf } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import {
  type CommandContext,
  createChannel,
  deleteProject,
  replayNotifications,
  setMailChannel,
  setOnCall,
  updateContacts,
  updateParameters,
  updateProject,
  updateUser,
} from '../../commands/index.ts'
import { readReachability, testRouting } from '../../queries/index.ts'
import { claimNotifications } from '../deliver/claim.ts'
import { outcome } from '../deliver/deliver.fixture.ts'
import { reapExpiredLeases } from '../deliver/reap.ts'
import { settleNotifications } from '../deliver/settle.ts'
import { escalateDue } from '../escalate/escalate-due.ts'
import { routingStoryOf } from './routing.fixture.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof routingStoryOf>
let admin: CommandContext
let project: ProjectId
let an: UserActor
let bo: UserActor

const rota = (people: readonly UserActor[]) => ({
  people: people.map(({ id }) => id),
  turns: 'together' as const,
  startsOn: '2026-01-01',
  handoverHour: 9,
  timeZone: 'Asia/Shanghai',
})

let mailChannels = 0
async function nameMailChannel() {
  mailChannels += 1
  const { id } = await createChannel(admin, {
    name: `mail_${mailChannels}`,
    kind: 'email',
    config: {
      host: 'mail.example.com',
      port: 465,
      security: 'tls',
      from: { address: 'highwater@example.com' },
      to: ['everybody@example.com'],
    },
    saveUntested: true,
  })
  await setMailChannel(admin, { channel: id })
}

/** The subscription that is there from the start addresses these people, and every channel or none. */
async function address(
  people: readonly PersonRole[],
  changes: { mention?: string; all?: boolean } = {},
) {
  const { mention = 'none', all = false } = changes
  const targets = { allChannels: all, channels: [], groups: [], people, period: null }
  const { sql } = fresh.db
  await sql`
    update subscription set mention = ${mention},
      levels = ${sql.json({ high: targets, medium: targets, low: targets } as never)}
    where is_default`
}

const claim = async () => {
  const { claimed } = await claimNotifications(fresh.db, {
    worker: 'w',
    limit: 50,
    perChannel: 50,
    busyChannels: [],
    consoleUrl: 'https://highwater.example',
    lease: seconds(30),
    rulesOf: () => [],
  })
  return claimed
}

/** What was written about the project: who was told by what, or why not. */
async function outbox(): Promise<string[]> {
  const rows = await fresh.db.sql<{ line: string }[]>`
    select concat_ws(' ', n.kind, c.kind, person.email, n.state, n.reason,
      n.reason_detail->>'person') as line
    from notification n join alert a on a.id = n.alert_id
    left join channel c on c.id = n.channel_id left join account person on person.id = c.person_id
    where a.project_id = ${project} order by n.sequence`
  return rows.map(({ line }) => line)
}

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = routingStoryOf(fresh)
  admin = await adminContext(fresh.db)
})
afterAll(() => fresh.close())

beforeEach(async () => {
  project = await seedProject(fresh.db)
  an = (await anAccount(fresh.db)).actor
  bo = (await anAccount(fresh.db)).actor
})

const emailOf = async ({ id }: UserActor): Promise<string> => {
  const [row] = await fresh.db.sql`select email from account where id = ${id}`
  return String(row?.email)
}
const homeOf = async () => {
  const [row] = await fresh.db.sql`select id from department where is_default`
  return String(row?.id)
}

test('who cannot be told is named, once each: nobody owns it, nobody is on call, no way in', async () => {
  await address(['owner', 'on_call'])
  await story.breach([project])
  expect(await outbox()).toEqual(['firing suppressed no_owner', 'firing suppressed nobody_on_call'])
  expect(await readReachability(fresh.db, admin.actor)).toMatchObject({
    people: [],
    projects: [{ id: project, subscriptions: ['Default subscription'] }],
    departments: [{ subscriptions: ['Default subscription'] }],
  })

  project = await seedProject(fresh.db)
  await updateProject(admin, { project, owner: an.id })
  await setOnCall(admin, { department: await homeOf(), rota: rota([an, bo]) })
  await story.breach([project])
  const [first, other] = [await emailOf(an), await emailOf(bo)]
  expect((await outbox()).toSorted()).toEqual(
    [
      `firing suppressed person_not_reachable ${first}`,
      `firing suppressed person_not_reachable ${other}`,
    ].toSorted(),
  )
  const { people } = await readReachability(fresh.db, admin.actor)
  expect(people.find(({ id }) => id === an.id)).toMatchObject({
    reason: 'no_mail_channel',
    ownedProjects: 1,
    onCallIn: [expect.any(String)],
  })
})

test('what waits for somebody does not leave once their account is disabled', async () => {
  await nameMailChannel()
  await address(['owner'])
  await updateProject(admin, { project, owner: an.id })
  const robots = { dingtalk: { secrets: { webhook: 'token-of-somebody-who-goes' } } }
  await updateContacts(contextOf(fresh.db, an), { robots })
  await story.breach([project])
  await updateUser(admin, { user: an.id, disabled: true })
  const owner = await emailOf(an)
  expect((await outbox()).toSorted()).toEqual([
    `firing dingtalk ${owner} cancelled channel_disabled`,
    `firing email ${owner} cancelled channel_disabled`,
  ])
})

describe('what was given up or is being sent', () => {
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

  test('is not sent again to somebody whose account is disabled', async () => {
    await nameMailChannel()
    await address(['owner'])
    await updateProject(admin, { project, owner: an.id })
    const robots = { dingtalk: { secrets: { webhook: 'token-of-somebody-who-went' } } }
    await updateContacts(contextOf(fresh.db, an), { robots })
    await story.breach([project])
    await claim()
    await updateUser(admin, { user: an.id, disabled: true })
    await fresh.clock.advance(minutes(1))
    await reap()
    const states = async () => (await outbox()).map((line) => line.split(' ').slice(3).join(' '))
    expect(await states()).toEqual(['cancelled channel_disabled', 'cancelled channel_disabled'])
    await fresh.db.sql`update notification set state = 'failed' where state = 'cancelled'`
    expect(await replay()).toEqual([0, 'channel_disabled', 'channel_disabled'])
    await updateUser(admin, { user: an.id, disabled: false })
    expect(await replay()).toEqual([2])
  })

  test('is not tried again for somebody whose account was disabled meanwhile', async () => {
    await nameMailChannel()
    await address(['owner'])
    await updateProject(admin, { project, owner: an.id })
    await story.breach([project])
    const sending = await claim()
    await updateUser(admin, { user: an.id, disabled: true })
    const failed = { outcome: outcome('transient'), worker: 'w', durationMs: 1, jitter: 0.1 }
    await settleNotifications(
      fresh.db,
      sending.map((claimed) => ({ claimed, ...failed })),
    )
    expect((await outbox()).join()).toContain('cancelled channel_disabled')
  })

  test('is not sent again to a mailbox while the channel that carries mail is off', async () => {
    await nameMailChannel()
    await address(['owner'])
    await updateProject(admin, { project, owner: an.id })
    await story.breach([project])
    await refuse()
    await fresh.db.sql`
      update channel set enabled = false where id = (select mail_channel_id from installation)`
    expect(await replay()).toEqual([0, 'channel_disabled'])
  })
})

test('people are told by their own channels, mail at their own address through the named channel', async () => {
  await nameMailChannel()
  await address(['owner', 'on_call'])
  await setOnCall(admin, { department: await homeOf(), rota: rota([bo]) })
  await updateProject(admin, { project, owner: an.id })
  const webhook = 'token-of-an'
  await updateContacts(contextOf(fresh.db, an), { robots: { dingtalk: { secrets: { webhook } } } })
  await story.breach([project])
  const [owner, onCall] = [await emailOf(an), await emailOf(bo)]
  expect((await outbox()).toSorted()).toEqual(
    [
      `firing dingtalk ${owner} pending`,
      `firing email ${owner} pending`,
      `firing email ${onCall} pending`,
    ].toSorted(),
  )
  const routed = await testRouting(fresh.db, admin.actor, { project })
  expect(routed.told.map(({ channel }) => [channel.kind, channel.person?.name]).toSorted()).toEqual(
    [
      ['dingtalk', owner],
      ['email', onCall],
      ['email', owner],
    ].toSorted(),
  )
  const sent = await claim()
  const mail = sent.filter(({ channelKind }) => channelKind === 'email')
  expect(mail.map(({ config }) => config.to).toSorted()).toEqual([[onCall], [owner]].toSorted())
  expect(mail.every(({ sealedSecrets }) => sealedSecrets !== '')).toBe(true)

  await fresh.db.sql`
    update notification set state = 'pending', next_attempt_at = now() where state = 'sending'`
  await setMailChannel(admin, { channel: null })
  const states = await fresh.db.sql<{ kind: string; state: string }[]>`
    select distinct c.kind, n.state from notification n join channel c on c.id = n.channel_id
    join alert a on a.id = n.alert_id where a.project_id = ${project} order by 1`
  expect(states).toEqual([
    { kind: 'dingtalk', state: 'pending' },
    { kind: 'email', state: 'cancelled' },
  ])
})

test('a message calls the owner and the maintainers, its end calls nobody', async () => {
  const group = await seedChannel(fresh.db)
  await address([], { mention: 'owner_and_maintainers', all: true })
  await updateContacts(admin, { person: an.id, mobile: '13800000000' })
  await updateProject(admin, { project, owner: an.id, maintainers: [bo.id] })
  await story.breach([project])
  await story.deliver()
  await story.report(project, 1, 40)
  const rows = await fresh.db.sql<{ kind: string; mentions: unknown }[]>`
    select n.kind, n.message->'mentions' as mentions from notification n
    join alert a on a.id = n.alert_id
    where a.project_id = ${project} and n.channel_id = ${group} order by n.sequence`
  expect(rows[0]).toEqual({
    kind: 'firing',
    mentions: [
      { name: await emailOf(an), contacts: { mobile: '13800000000' } },
      { name: await emailOf(bo), contacts: {} },
    ],
  })
  expect(rows.at(-1)).toEqual({ kind: 'resolved', mentions: null })
})

test('a digest calls the people of the alerts that still stand, everybody once', async () => {
  await seedChannel(fresh.db)
  await address([], { mention: 'owner', all: true })
  await updateContacts(admin, { person: an.id, mobile: '13800000000' })
  const projects = await Promise.all(
    ['one', 'two', 'over'].map((namePrefix) => seedProject(fresh.db, { namePrefix })),
  )
  const [one, two, over] = projects as [ProjectId, ProjectId, ProjectId]
  for (const owned of [one, two]) await updateProject(admin, { project: owned, owner: an.id })
  await updateProject(admin, { project: over, owner: bo.id })
  await updateParameters(admin, { stormAlerts: 2 })
  await story.breach(projects)
  await deleteProject(admin, { project: over })
  await story.evaluate()
  await fresh.clock.advance(seconds(10))
  await story.sendDigests()
  expect((await story.digests()).at(-1)).toMatchObject({
    why: 'storm',
    count: 3,
    mentions: [{ name: await emailOf(an), contacts: { mobile: '13800000000' } }],
  })
})

test('whoever is on call hears of an alert that nobody acknowledges', async () => {
  await nameMailChannel()
  await address([], { all: true })
  const step = { afterMinutes: 10, channels: [], groups: [], people: ['on_call'] }
  await fresh.db.sql`
    update subscription set escalation = ${fresh.db.sql.json([step] as never)} where is_default`
  await setOnCall(admin, { department: await homeOf(), rota: rota([bo]) })
  await story.breach([project])
  await fresh.clock.advance(minutes(11))
  await escalateDue(fresh.db, { limit: 100, consoleUrl: 'https://highwater.example' })
  expect((await outbox()).at(-1)).toBe(`firing email ${await emailOf(bo)} pending`)

  await updateContacts(admin, { person: bo.id, mail: false })
  project = await seedProject(fresh.db)
  await story.breach([project])
  await fresh.clock.advance(minutes(11))
  await escalateDue(fresh.db, { limit: 100, consoleUrl: 'https://highwater.example' })
  expect((await outbox()).at(-1)).toBe(
    `repeat suppressed person_not_reachable ${await emailOf(bo)}`,
  )
})

test('a digest that gathered for somebody says nothing once their account is disabled', async () => {
  await nameMailChannel()
  await address(['owner'])
  const projects = []
  for (let count = 0; count < 22; count += 1) projects.push(await seedProject(fresh.db))
  await fresh.db.sql`update project set owner_id = ${an.id} where id = any(${projects}::uuid[])`
  await story.breach(projects)
  await updateUser(admin, { user: an.id, disabled: true })
  await fresh.clock.advance(minutes(2))
  await story.sendDigests()
  const digests = await fresh.db.sql`
    select n.state, n.reason from notification n join channel c on c.id = n.channel_id
    where n.kind = 'digest' and c.person_id = ${an.id}`
  expect(digests).toEqual([{ state: 'suppressed', reason: 'channel_disabled' }])
})
