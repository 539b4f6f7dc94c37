import { type AlertId, type ProjectId, seconds, type WorkerId } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { adminContext } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { testSealer } from '../../../testing/sealer.ts'
import { seedChannel, seedProject, seedProjects } from '../../../testing/seed.ts'
import { beginUntilStill, beginWhileHeld } from '../../../testing/standing-still.ts'
import { newId } from '../../client/new-id.ts'
import { acknowledgeAlert, deleteChannel, deleteSource, removeHost } from '../../commands/index.ts'
import { catchUpChannels } from '../channels/catch-up.ts'
import { beat } from '../heartbeat.ts'
import { reportHost } from '../hosts/report-host.ts'
import { watchHosts } from '../hosts/watch-hosts.ts'
import { routingStoryOf } from '../outbox/routing.fixture.ts'
import type { Claimed } from './claim.ts'
import { deliveryStoryOf, outcome } from './deliver.fixture.ts'
import { reapExpiredLeases } from './reap.ts'
import { settleNotifications } from './settle.ts'

const consoleUrl = 'https://highwater.example'
let fresh: FreshDatabase
let story: ReturnType<typeof routingStoryOf>
let delivery: ReturnType<typeof deliveryStoryOf>

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = routingStoryOf(fresh)
  delivery = deliveryStoryOf(fresh)
  await seedChannel(fresh.db)
})
afterEach(() => fresh.close())

/** What answered together is settled together. */
const settle = (...answers: readonly [Claimed | undefined, 'delivered' | 'transient'][]) =>
  settleNotifications(
    fresh.db,
    answers.flatMap(([claimed, kind]) =>
      claimed ? [{ claimed, outcome: outcome(kind), worker: 'w', durationMs: 1, jitter: 0.5 }] : [],
    ),
  )

const refused: SendOutcome = {
  kind: 'rejected',
  fault: 'settings',
  detail: { reason: 'x', httpStatus: 200, providerCode: null, providerMessage: null },
}

describe('the receipt of a digest, beside a judgement of the alerts that it names,', () => {
  let projects: ProjectId[]

  beforeEach(async () => {
    projects = await seedProjects(fresh.db, { count: 22 })
    await story.breach(projects)
    await fresh.clock.advance(seconds(6))
    await story.sendDigests()
  })
  const report = (latencySeconds: number, times: number) =>
    story.keepReporting(
      projects.map((project) => [project, latencySeconds]),
      times,
    )
  /** They are judged in another order than that in which they were found. */
  const turnAround = () => fresh.db.sql`
    update project_state s set due_at = now() - row * interval '1 second'
    from (select project_id, row_number() over (order by project_id) as row from project_state) t
    where s.project_id = t.project_id`

  const sendAll = async (latencySeconds: number) => {
    await fresh.clock.advance(seconds(10))
    for (const project of projects) await story.send(project, { latencySeconds })
  }
  const catchUpInTurn = async () => {
    await sendAll(1)
    await turnAround()
    await story.evaluate()
  }

  test('waits in no circle for the ends behind a digest that was refused', async () => {
    const [digest] = await delivery.claim()
    await report(1, 6)
    await catchUpInTurn()
    const [last] = await fresh.db.sql<{ id: string }[]>`
      select id from notification where kind = 'resolved' order by id limit 1 offset 11`
    await sendAll(90)
    await beginWhileHeld(
      fresh.db,
      `select from notification where id = '${last?.id}' for update`,
      () => story.evaluate(),
      () => delivery.settle(digest, refused),
    )
    expect(await story.outbox()).toMatchObject({ 'resolved superseded superseded': 22 })
  })

  test('waits in no circle for what is known of their sending', async () => {
    const [digest] = await delivery.claim()
    await report(1, 6)
    await sendAll(1)
    await turnAround()
    const { sql } = fresh.db
    const sendings = await sql<{ id: string }[]>`
      select alert_id as id from alert_sending order by alert_id`
    // Rows that have changed lie in the order of their changes, in which a join by hashes finds them.
    await sql.unsafe(`
      alter database ${new URL(fresh.url).pathname.slice(1)} set enable_mergejoin = off;
      alter database ${new URL(fresh.url).pathname.slice(1)} set enable_nestloop = off`)
    for (const { id } of sendings.toReversed()) {
      await sql`update alert_sending set opened_at = opened_at where alert_id = ${id}`
    }
    await beginWhileHeld(
      fresh.db,
      `select from alert_sending where alert_id = '${sendings[11]?.id}' for update`,
      () => story.evaluate(),
      () => delivery.settle(digest, outcome('delivered')),
    )
    expect((await story.outbox())['resolved pending']).toBe(22)
  })
})

test('whoever catches a channel up waits in no circle with a receipt and somebody who acknowledges', async () => {
  const project = await seedProject(fresh.db)
  await story.breach([project])
  await story.deliver()
  await story.keepReporting([[project, 90]], 19)
  const [repeat] = await delivery.claim()
  expect(repeat?.kind).toBe('repeat')
  // A later one waits.
  await fresh.db.sql`
    insert into notification (id, alert_id, channel_id, kind, state, message, locale, priority, created_at,
      next_attempt_at, deadline, dedupe_key)
    select ${newId<'notification'>()}, alert_id, channel_id, kind, 'pending', message, locale, priority,
      now(), now(), deadline, 'later'
    from notification where id = ${repeat?.id ?? null}`
  await fresh.db.sql`update channel set catch_up_since = now() - interval '1 hour'`
  const admin = await adminContext(fresh.db)
  await beginWhileHeld(
    fresh.db,
    `select from alert where id = '${repeat?.alertId}' for update`,
    () => acknowledgeAlert(admin, { alert: repeat?.alertId ?? '' }),
    () => catchUpChannels(fresh.db, { consoleUrl }),
    () => delivery.settle(repeat, refused),
  )
  expect(await fresh.db.sql`select catch_up_since from channel`).toEqual([{ catch_up_since: null }])
})

describe('news of a machine', () => {
  const live = async (worker: string, host: string) => {
    await beat(fresh.db, { id: worker as WorkerId, host, version: '1', secretKeys: [] })
    const figures = { cpu: 0.2, memory: 0.4, disk: 0.5 }
    await reportHost(fresh.db.sql, { name: host, isOwn: true, figures, unlessWithin: seconds(0) })
  }
  const watch = () => watchHosts(fresh.db, { limit: 100, consoleUrl })
  const reap = () =>
    reapExpiredLeases(fresh.db, {
      jitter: () => 0.5,
      lease: seconds(30),
      host: 'node-b',
      consoleUrl,
    })
  const isFree = async (table: string) =>
    (await fresh.db.sql.unsafe(`select from ${table} for update skip locked`)).length > 0

  beforeEach(async () => {
    await live('w-a', 'node-a')
    await fresh.clock.advance(seconds(600))
    await live('w-b', 'node-b')
    await watch()
  })

  test('that a dead worker held is taken over beside those who watch machines', async () => {
    const { claimed } = await delivery.report({ worker: 'w-a' })
    expect(claimed.map(({ kind }) => kind)).toEqual(['firing'])
    await fresh.clock.advance(seconds(31))
    await live('w-b', 'node-b')
    await fresh.db.sql`update alert set next_notify_at = now() where closed_at is null`
    await fresh.db.sql`update host set due_at = now() where name = 'node-a'`
    await beginWhileHeld(
      fresh.db,
      'select from alert for update',
      () => watch(),
      () => reap(),
    )
    await reap()
    expect(await story.outbox()).toMatchObject({ 'firing retrying': 1 })
  })

  test('is taken back after its alert, when the machine is removed', async () => {
    const admin = await adminContext(fresh.db)
    const begun: Awaited<ReturnType<typeof beginUntilStill>>[] = []
    await fresh.db.sql.begin(async (tx) => {
      await tx`select from alert for update`
      begun.push(await beginUntilStill(fresh.db, () => removeHost(admin, { host: 'node-a' })))
      expect(await isFree('notification')).toBe(true)
    })
    await Promise.all(begun.map(({ underWay }) => underWay))
    expect(await story.outbox()).toMatchObject({ 'firing cancelled host_removed': 1 })
  })
})

test('news of a source is taken back after its alert, when the source is deleted', async () => {
  const source = newId<'source'>()
  await fresh.db.sql`
    insert into source (id, name, kind, config, sealed_secrets, department_id, next_collect_at, created_at)
    select ${source}, 'pg', 'postgresql', '{}', ${testSealer.seal({})}, id, now(), now()
    from department where is_default`
  await story.breach([await seedProject(fresh.db)])
  const [alert] = await fresh.db.sql<{ id: AlertId }[]>`
    update alert set source_id = ${source}, project_id = null, event = 'source_down', condition = 'source_down'
    returning id`
  expect(alert).toBeDefined()
  const admin = await adminContext(fresh.db)
  const begun: Awaited<ReturnType<typeof beginUntilStill>>[] = []
  await fresh.db.sql.begin(async (tx) => {
    await tx`select from alert for update`
    begun.push(await beginUntilStill(fresh.db, () => deleteSource(admin, { source })))
    const free = await fresh.db.sql`select from notification for update skip locked`
    expect(free).toHaveLength(1)
  })
  await Promise.all(begun.map(({ underWay }) => underWay))
  expect(await story.outbox()).toMatchObject({ 'firing cancelled source_deleted': 1 })
})

test('a channel with a monthly quota is deleted beside a receipt of its robot', async () => {
  await fresh.db.sql`update channel set monthly_quota = 100`
  await story.breach([await seedProject(fresh.db)])
  const [claimed] = await delivery.claim([{ count: 5, per: seconds(60) }])
  const admin = await adminContext(fresh.db)
  const channel = claimed?.channelId ?? ''
  await beginWhileHeld(
    fresh.db,
    `select from channel where id = '${channel}' for update`,
    () => deleteChannel(admin, { channel }),
    () => delivery.settle(claimed, outcome('delivered')),
  )
  expect(await story.outbox()).toEqual({ 'firing delivered': 1 })
})

test('two receipts of the same channels, of which the other one fails in each, wait in no circle', async () => {
  await seedChannel(fresh.db)
  await story.breach(await seedProjects(fresh.db, { count: 2 }))
  const claimed = await delivery.claim()
  expect(claimed).toHaveLength(4)
  const [[first, ofFirst = []] = [], [, ofSecond = []] = []] = [
    ...Map.groupBy(claimed, ({ channelId }) => channelId),
  ].sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1))
  const [one, two] = ofFirst
  const [three, four] = ofSecond
  await beginWhileHeld(
    fresh.db,
    `select from channel where id = '${first}' for update`,
    () => settle([one, 'transient'], [three, 'delivered']),
    () => settle([two, 'delivered'], [four, 'transient']),
  )
  expect(await story.outbox()).toEqual({ 'firing delivered': 2, 'firing retrying': 2 })
})
