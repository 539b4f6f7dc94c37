import { type AlertId, type ProjectId, seconds } from '@highwater/core'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject, seedProjects } from '../../../testing/seed.ts'
import { routingStoryOf } from '../../queue/outbox/routing.fixture.ts'
import { admin } from '../queries.fixture.ts'
import { getAlert } from './get.ts'
import { readVerdicts } from './verdicts.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof routingStoryOf>

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = routingStoryOf(fresh)
})
afterEach(() => fresh.close())

async function channelNamed(name: string) {
  const id = await seedChannel(fresh.db)
  await fresh.db.sql`update channel set name = ${name} where id = ${id}`
  return id
}

async function verdictsOf(project: ProjectId): Promise<string[]> {
  const { db } = fresh
  const rows = await db.sql<{ id: AlertId }[]>`select id from alert where project_id = ${project}`
  const ids = rows.map(({ id }) => id)
  const verdicts = await readVerdicts(db.orm, ids)
  return ids.flatMap((id) =>
    (verdicts.get(id) ?? []).map(({ channelName, kind, state, reason }) =>
      [channelName ?? 'nobody', kind, state, ...(state === 'delivered' ? [] : [reason])].join(' '),
    ),
  )
}

test('each channel has its own verdict, and what arrived stands first', async () => {
  const mail = await channelNamed('mail')
  await channelNamed('ops')
  const project = await seedProject(fresh.db)
  await story.breach([project])
  await fresh.db.sql`
    update notification set state = 'failed', reason = 'too-long', settled_at = now()
    where channel_id = ${mail}`
  await story.deliver()
  expect(await verdictsOf(project)).toEqual(['ops firing delivered', 'mail firing failed too-long'])
})

test('a repeat that is held back does not hide what the channel got before', async () => {
  await channelNamed('ops')
  const project = await seedProject(fresh.db)
  await story.breach([project])
  await story.deliver()
  const [first] = await fresh.db.sql`select * from notification`
  await fresh.db.sql`
    insert into notification (id, alert_id, channel_id, kind, state, reason, locale, priority,
      created_at, settled_at, dedupe_key)
    select gen_random_uuid(), ${first?.alert_id}, ${first?.channel_id}, 'repeat', 'suppressed',
      'silenced', 'en', 1, now(), now(), 'held'`
  expect(await verdictsOf(project)).toEqual(['ops firing delivered'])
})

test('that nobody was to be told is said once', async () => {
  await channelNamed('ops')
  await story.narrow({ enabled: false })
  const project = await seedProject(fresh.db)
  await story.breach([project])
  expect(await verdictsOf(project)).toEqual(['nobody firing suppressed no_subscription'])
})

test('a digest that names the alert is what its channel got of it', async () => {
  await channelNamed('ops')
  const projects = await seedProjects(fresh.db, { count: 25 })
  await story.breach(projects)
  const [last] = projects.slice(-1)
  if (last === undefined) throw new Error('There are projects.')
  expect(await verdictsOf(last)).toEqual(['ops firing suppressed merged_into_digest'])
  await fresh.clock.advance(seconds(120))
  await story.sendDigests()
  await story.deliver()
  expect(await verdictsOf(last)).toEqual(['ops digest delivered'])
})

test('the first message that arrived is known, be it a digest', async () => {
  await channelNamed('ops')
  const projects = await seedProjects(fresh.db, { count: 25 })
  await story.breach(projects)
  const alertOf = async (project: ProjectId | undefined) => {
    const [row] = await fresh.db.sql<{ id: AlertId }[]>`
      select id from alert where project_id = ${project ?? null}`
    return row ? await getAlert(fresh.db, admin, row.id) : undefined
  }
  expect(await alertOf(projects.at(-1))).toMatchObject({ firstTold: null })
  await fresh.clock.advance(seconds(120))
  await story.sendDigests()
  await story.deliver()
  const firstTold = { channel: 'ops' }
  expect(await alertOf(projects.at(0))).toMatchObject({ firstTold })
  const digest = { shortId: expect.stringMatching(/^D\d+$/), count: 25 }
  const told = expect.arrayContaining([
    expect.objectContaining({ kind: 'digest', state: 'delivered', digest }),
  ])
  expect(await alertOf(projects.at(-1))).toMatchObject({ firstTold, told })
})
