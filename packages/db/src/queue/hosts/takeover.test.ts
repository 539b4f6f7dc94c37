import { seconds, type WorkerId } from '@highwater/core'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { testSealer } from '../../../testing/sealer.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { newId } from '../../client/new-id.ts'
import { claimSource } from '../collect/claim-source.ts'
import { claimNotifications } from '../deliver/claim.ts'
import { reapExpiredLeases } from '../deliver/reap.ts'
import { beat } from '../heartbeat.ts'
import { storyOf } from '../queue.fixture.ts'
import { thingAlertsOf } from '../standing/things.fixture.ts'
import { reportHost } from './report-host.ts'
import { watchHosts } from './watch-hosts.ts'

const consoleUrl = 'https://highwater.example'
const event = 'host_down_migrate_resource'
const calm = { cpu: 0.2, memory: 0.4, disk: 0.5 }

let fresh: FreshDatabase
let alerts: ReturnType<typeof thingAlertsOf>

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  alerts = thingAlertsOf(fresh.db)
  await seedChannel(fresh.db)
})
afterEach(() => fresh.close())

/** A worker lives on this machine at this moment. */
async function live(worker: string, host: string) {
  await beat(fresh.db, { id: worker as WorkerId, host, version: '1', secretKeys: [] })
  const report = { name: host, isOwn: true, figures: calm, unlessWithin: seconds(0) }
  await reportHost(fresh.db.sql, report)
}
const watch = () => watchHosts(fresh.db, { limit: 100, consoleUrl })
const reap = (host: string) =>
  reapExpiredLeases(fresh.db, { jitter: () => 0.5, lease: seconds(30), host, consoleUrl })
const claimSourceAs = (worker: string, host: string) =>
  claimSource(fresh.db, { leaseSeconds: 30, worker, host, consoleUrl })

/** One message, leased by this worker. */
async function holdMessage(worker: string) {
  const story = storyOf(fresh)
  const project = await seedProject(fresh.db)
  await story.report(project, 1, 2)
  await story.report(project, 90, 1)
  const { claimed } = await claimNotifications(fresh.db, {
    worker,
    limit: 10,
    perChannel: 10,
    busyChannels: [],
    consoleUrl: 'https://highwater.example',
    lease: seconds(30),
    rulesOf: () => [],
  })
  expect(claimed).toHaveLength(1)
}

async function seedSource() {
  await fresh.db.sql`
    insert into source (id, name, kind, config, sealed_secrets, department_id, next_collect_at, created_at)
    select ${newId<'source'>()}, 'pg', 'postgresql', '{}', ${testSealer.seal({})}, id, now(), now()
    from department where is_default`
}

test('Work that a dead node held is said to be taken over, and by whom, until all of it is', async () => {
  await live('w-a', 'node-a')
  await live('w-b', 'node-b')
  await holdMessage('w-a')
  await seedSource()
  expect(await claimSourceAs('w-a', 'node-a')).not.toBeNull()
  await fresh.clock.advance(seconds(46))
  await live('w-b', 'node-b')
  expect(await reap('node-b')).toBe(1)
  expect(await claimSourceAs('w-b', 'node-b')).not.toBeNull()
  expect((await alerts.particulars(event))[0]?.particulars).toMatchObject({
    type: 'taken_over',
    by: ['node-b'],
    messages: 1,
    sources: 1,
  })
  expect(await alerts.told(event)).toEqual(['firing'])
  await watch()
  expect(await alerts.timeline(event)).toEqual(['fire'])
  await fresh.clock.advance(seconds(61))
  await live('w-b', 'node-b')
  await watch()
  expect(await alerts.timeline(event)).toEqual(['fire', 'close: work_taken_over'])
})

test('A node that comes back ends the alert about its work', async () => {
  await live('w-a', 'node-a')
  await holdMessage('w-a')
  await fresh.clock.advance(seconds(46))
  await live('w-b', 'node-b')
  await reap('node-b')
  await fresh.clock.advance(seconds(5))
  await live('w-a2', 'node-a')
  await watch()
  expect(await alerts.timeline(event)).toEqual(['fire', 'close: recovered'])
})

test('A worker that was only started anew on its machine is no takeover', async () => {
  await live('w-a', 'node-a')
  await holdMessage('w-a')
  await fresh.clock.advance(seconds(46))
  await live('w-a2', 'node-a')
  expect(await reap('node-a')).toBe(1)
  expect(await alerts.timeline(event)).toEqual([])
})

test('A lease that ran out beside a living worker of the same machine is no takeover', async () => {
  await live('w-a', 'node-a')
  await holdMessage('w-a')
  await fresh.clock.advance(seconds(46))
  await live('w-a2', 'node-a')
  expect(await reap('node-b')).toBe(1)
  expect(await alerts.timeline(event)).toEqual([])
})
