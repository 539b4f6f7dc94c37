import { type ChannelId, hours, type ProjectId, plus, type SubscriptionId } from '@highwater/core'
import type { Suppression } from '@highwater/core/notify'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { adminContext } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProjects } from '../../../testing/seed.ts'
import { setParameters } from '../../../testing/set-parameters.ts'
import { newId } from '../../client/new-id.ts'
import { readNowFrom } from '../../client/now.ts'
import {
  type CommandContext,
  createSubscription,
  deleteSubscription,
  updateSubscription,
} from '../../commands/index.ts'
import { gatherDigests } from './gather-digests.ts'
import { loadSubscriptions } from './load-subscriptions.ts'
import { routingStoryOf } from './routing.fixture.ts'

let fresh: FreshDatabase
let admin: CommandContext
let story: ReturnType<typeof routingStoryOf>
let subscription: SubscriptionId
let channel: ChannelId
let projects: ProjectId[]

/** One message a day, of which the first of two alerts takes the only one. */
beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
  story = routingStoryOf(fresh)
  channel = await seedChannel(fresh.db)
  // Nobody falls silent while nothing is reported.
  await setParameters(fresh.db, { noSignalAtLeastSeconds: 86_400 })
  await story.narrow({ enabled: false })
  const limited = await createSubscription(admin, {
    name: 'limited',
    levels: { high: { channels: [channel] } },
    limit: { messages: 1, per: 'day' },
  })
  subscription = limited.id
  projects = await seedProjects(fresh.db, { count: 2 })
  await story.breach(projects)
  expect(await story.deliver()).toEqual(['firing'])
})
afterEach(() => fresh.close())

/** Until each alert has been due for a repeat at least once. */
const goOnBurning = () =>
  story.keepReporting(
    projects.map((project) => [project, 90] as const),
    24,
  )

const outboxOfSecond = async () => {
  const rows = await fresh.db.sql<{ line: string }[]>`
    select concat_ws(' ', n.kind, n.state, n.reason) as line from notification n
    where n.alert_id = (select alert_id from notification where reason = 'limit_reached' limit 1)
    order by n.sequence`
  return rows.map(({ line }) => line)
}

describe('what a receive limit holds is told at once', () => {
  const change = (changes: Partial<Parameters<typeof updateSubscription>[1]>) =>
    updateSubscription(admin, { subscription, ...changes })

  test.each([
    ['when the limit is removed', () => change({ limit: null })],
    ['when the limit is another one', () => change({ limit: { messages: 5, per: 'hour' } })],
    ['when the subscription is disabled', () => change({ enabled: false })],
    ['when the subscription is deleted', () => deleteSubscription(admin, { subscription })],
  ] as const)('%s', async (_, changeIt) => {
    await story.sendDigests()
    expect(await story.digests()).toEqual([])
    await changeIt()
    await story.sendDigests()
    expect(await story.digests()).toMatchObject([{ why: 'limit', count: 1 }])
  })

  test('but not when something else of it changes', async () => {
    await change({ recoveryNotices: false })
    await story.sendDigests()
    expect(await story.digests()).toEqual([])
  })
})

describe('what the limit of one subscription holds', () => {
  test('another one tells', async () => {
    await story.subscribe('everything', 'en')
    await goOnBurning()
    expect((await outboxOfSecond()).slice(0, 2)).toEqual([
      'firing suppressed limit_reached',
      'firing pending',
    ])
    expect(await story.deliver()).toContain('firing')
  })

  test('another one tells though the first is off and its digest still gathers', async () => {
    await story.subscribe('everything', 'en')
    await fresh.db.sql`update subscription set enabled = false where id = ${subscription}`
    await goOnBurning()
    expect(await outboxOfSecond()).toContain('firing pending')
  })

  test('waits for the digest where nobody else wants it', async () => {
    await goOnBurning()
    const later = (await outboxOfSecond()).slice(1)
    expect(later.length).toBeGreaterThan(0)
    expect(new Set(later)).toEqual(new Set(['repeat suppressed merged_into_digest']))
  })

  test('is named as closed in the digest, and nowhere else, where it ends before', async () => {
    await story.subscribe('everything', 'en')
    await story.keepReporting(
      projects.map((project) => [project, 1] as const),
      8,
    )
    expect(await outboxOfSecond()).toEqual([
      'firing suppressed limit_reached',
      'resolved suppressed merged_into_digest',
    ])
  })

  test('ends as its only news where the first message of another one still waits', async () => {
    await story.subscribe('everything', 'en')
    await goOnBurning()
    await story.keepReporting(
      projects.map((project) => [project, 1] as const),
      8,
    )
    const lines = await outboxOfSecond()
    expect(lines.slice(0, 2)).toEqual([
      'firing suppressed limit_reached',
      'firing superseded superseded',
    ])
    expect(lines.at(-1)).toBe('resolved pending')
  })
})

test('what is held by a limit that was removed meanwhile is told at once', async () => {
  const { sql } = fresh.db
  const now = await readNowFrom(sql)
  const known = (await sql.begin(loadSubscriptions)).find(({ id }) => id === subscription)
  if (known === undefined) throw new Error('The subscription is not in force.')
  await updateSubscription(admin, { subscription, limit: null })
  await story.sendDigests()
  const collecting = {
    subscription: known,
    channel,
    why: 'limit',
    dueAt: plus(now, hours(24)),
  } as const
  const held: Suppression = {
    alert: newId<'alert'>(),
    channel,
    kind: 'firing',
    reason: 'limit_reached',
    detail: null,
    wakeAt: null,
    collecting,
  }
  await sql.begin((tx) => gatherDigests(tx, [held], now))
  const open = await sql`select due_at <= now() as is_due from digest where closed_at is null`
  expect(open).toEqual([{ is_due: true }])
})
