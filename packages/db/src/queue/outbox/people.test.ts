import { minutes, type ProjectId, seconds } from '@highwater/core'
import type { UserActor } from '@highwater/core/permissions'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { adminContext, anAccount, contextOf } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import {
  type CommandContext,
  deleteProject,
  setMailChannel,
  setOnCall,
  updateContacts,
  updateParameters,
  updateProject,
  updateUser,
} from '../../commands/index.ts'
import { readReachability, testRouting } from '../../queries/index.ts'
import { escalateDue } from '../escalate/escalate-due.ts'
import { peopleStoryOf } from './people.fixture.ts'
import { routingStoryOf } from './routing.fixture.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof routingStoryOf>
let people: ReturnType<typeof peopleStoryOf>
let admin: CommandContext
let project: ProjectId
let an: UserActor
let bo: UserActor

const rota = (onCall: readonly UserActor[]) => ({
  people: onCall.map(({ id }) => id),
  turns: 'together' as const,
  startsOn: '2026-01-01',
  handoverHour: 9,
  timeZone: 'Asia/Shanghai',
})

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
  await people.address(['owner', 'on_call'])
  await story.breach([project])
  expect(await people.outbox(project)).toEqual([
    'firing suppressed no_owner',
    'firing suppressed nobody_on_call',
  ])
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
  expect((await people.outbox(project)).toSorted()).toEqual(
    [
      `firing suppressed person_not_reachable ${first}`,
      `firing suppressed person_not_reachable ${other}`,
    ].toSorted(),
  )
  const reachability = await readReachability(fresh.db, admin.actor)
  expect(reachability.people.find(({ id }) => id === an.id)).toMatchObject({
    reason: 'no_mail_channel',
    ownedProjects: 1,
    onCallIn: [expect.any(String)],
  })
})

test('the reachability check finds a department without anybody on call by the tags that are asked for', async () => {
  await people.address(['on_call'])
  await setOnCall(admin, { department: await homeOf(), rota: null })
  await fresh.db.sql`
    update subscription set scope = scope || '{"tags": ["core"]}'::jsonb where is_default`
  const found = async () => (await readReachability(fresh.db, admin.actor)).departments
  try {
    expect(await found()).toEqual([])
    await updateProject(admin, { project, tags: ['core'] })
    expect(await found()).toMatchObject([{ subscriptions: ['Default subscription'] }])
  } finally {
    await fresh.db.sql`
      update subscription set scope = scope || '{"tags": []}'::jsonb where is_default`
  }
})

test('what waits for somebody does not leave once their account is disabled', async () => {
  await people.nameMailChannel()
  await people.address(['owner'])
  await updateProject(admin, { project, owner: an.id })
  const robots = { dingtalk: { secrets: { webhook: 'token-of-somebody-who-goes' } } }
  await updateContacts(contextOf(fresh.db, an), { robots })
  await story.breach([project])
  await updateUser(admin, { user: an.id, disabled: true })
  const owner = await emailOf(an)
  expect((await people.outbox(project)).toSorted()).toEqual([
    `firing dingtalk ${owner} cancelled channel_disabled`,
    `firing email ${owner} cancelled channel_disabled`,
  ])
})

test('people are told by their own channels, mail at their own address through the named channel', async () => {
  await people.nameMailChannel()
  await people.address(['owner', 'on_call'])
  await setOnCall(admin, { department: await homeOf(), rota: rota([bo]) })
  await updateProject(admin, { project, owner: an.id })
  const webhook = 'token-of-an'
  await updateContacts(contextOf(fresh.db, an), { robots: { dingtalk: { secrets: { webhook } } } })
  await story.breach([project])
  const [owner, onCall] = [await emailOf(an), await emailOf(bo)]
  expect((await people.outbox(project)).toSorted()).toEqual(
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
  const sent = await people.claim()
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
  await people.address([], { mention: 'owner_and_maintainers', all: true })
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
  await people.address([], { mention: 'owner', all: true })
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
  await people.nameMailChannel()
  await people.address([], { all: true })
  const step = { afterMinutes: 10, channels: [], groups: [], people: ['on_call'] }
  await fresh.db.sql`
    update subscription set escalation = ${fresh.db.sql.json([step] as never)} where is_default`
  await setOnCall(admin, { department: await homeOf(), rota: rota([bo]) })
  await story.breach([project])
  await fresh.clock.advance(minutes(11))
  await escalateDue(fresh.db, { limit: 100, consoleUrl: 'https://highwater.example' })
  expect((await people.outbox(project)).at(-1)).toBe(`firing email ${await emailOf(bo)} pending`)

  await updateContacts(admin, { person: bo.id, mail: false })
  project = await seedProject(fresh.db)
  await story.breach([project])
  await fresh.clock.advance(minutes(11))
  await escalateDue(fresh.db, { limit: 100, consoleUrl: 'https://highwater.example' })
  expect((await people.outbox(project)).at(-1)).toBe(
    `repeat suppressed person_not_reachable ${await emailOf(bo)}`,
  )
})

test('a digest that gathered for somebody says nothing once their account is disabled', async () => {
  await people.nameMailChannel()
  await people.address(['owner'])
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
