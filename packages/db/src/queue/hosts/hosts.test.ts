import { type Millis, millis, minutes, seconds, type WorkerId } from '@highwater/core'
import type { HostFigures } from '@highwater/core/alert-standing'
import type { ParameterKey } from '@highwater/core/parameters'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { adminContext } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel } from '../../../testing/seed.ts'
import { setParameters } from '../../../testing/set-parameters.ts'
import { acknowledgeAlert, closeAlert, removeHost, snoozeAlert } from '../../commands/index.ts'
import { noteEvaluationGap } from '../gap/note-gap.ts'
import { beat, recordCycle, signOff } from '../heartbeat.ts'
import { keepOpen } from '../ingest/keep-open.ts'
import { storyOf } from '../queue.fixture.ts'
import { thingAlertsOf } from '../standing/things.fixture.ts'
import { reportHost } from './report-host.ts'
import { watchHosts } from './watch-hosts.ts'

const consoleUrl = 'https://highwater.example'
const calm: HostFigures = { cpu: 0.2, memory: 0.4, disk: 0.5 }

let fresh: FreshDatabase
let alerts: ReturnType<typeof thingAlertsOf>

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  alerts = thingAlertsOf(fresh.db)
  await seedChannel(fresh.db)
})
afterEach(() => fresh.close())

const report = (figures: HostFigures = calm, name = 'db-1', isOwn = false) =>
  reportHost(fresh.db.sql, { name, isOwn, figures, unlessWithin: millis(0) })
const setParameter = (key: ParameterKey, value: number) => setParameters(fresh.db, { [key]: value })
const watch = () => watchHosts(fresh.db, { limit: 100, consoleUrl })

/** Time passes; the host reports every ten seconds (or not at all) and the worker looks each time. */
async function pass(length: Millis, figures: HostFigures | null) {
  for (let passed = 0; passed < length; passed += 10_000) {
    await fresh.clock.advance(seconds(10))
    if (figures !== null) await report(figures)
    await keepOpen(fresh.db, 'pushed')
    await watch()
  }
}

test('A host that comes and goes every minute for an hour is told of now and then, all the time', async () => {
  await setParameter('hostSilenceSeconds', 60)
  await report()
  for (let turn = 0; turn < 24; turn += 1) {
    await pass(seconds(80), null)
    await pass(seconds(70), calm)
    await storyOf(fresh).deliver()
  }
  expect(await alerts.told('host_down')).toEqual([
    ...['firing', 'resolved', 'firing', 'resolved', 'firing'],
    ...['repeat', 'repeat', 'repeat', 'repeat'],
  ])
  expect(Math.max(...(await alerts.pauses('host_down')))).toBeLessThan(13)
  expect(new Set((await alerts.timeline('host_down')).slice(8))).toEqual(
    new Set(['recover: flapping', 'relapse: flapping', 'repeat']),
  )
})

describe('a host that falls silent', () => {
  test('is down after nine minutes, is told again by the frequency and recovers with its heartbeat', async () => {
    await report()
    await watch()
    await pass(minutes(9), null)
    expect(await alerts.list()).toEqual([])
    await pass(seconds(10), null)
    expect(await alerts.list()).toEqual(['host_down firing'])
    await pass(minutes(3), null)
    expect(await alerts.timeline('host_down')).toEqual(['fire', 'repeat'])
    await pass(seconds(10), calm)
    expect(await alerts.list()).toEqual(['host_down recovering'])
    await pass(minutes(1), calm)
    expect(await alerts.timeline('host_down')).toEqual([
      'fire',
      'repeat',
      'recover',
      'close: recovered',
    ])
  })

  test('is dismissed by a person until it has reported again', async () => {
    const admin = await adminContext(fresh.db)
    await report()
    await pass(minutes(10), null)
    const open = await alerts.newest('host_down')
    await closeAlert(admin, { alert: open, reason: 'being replaced' })
    await pass(minutes(4), null)
    expect(await alerts.timeline('host_down')).toEqual(['fire', 'close: closed_by_person'])
    await pass(seconds(10), calm)
    await pass(minutes(10), null)
    expect(await alerts.timeline('host_down')).toEqual(['fire', 'close: closed_by_person', 'fire'])
  })

  test('is told again when a snooze ends, not at the next repeat after it', async () => {
    await report()
    await pass(minutes(10), null)
    const open = await alerts.newest('host_down')
    await snoozeAlert(await adminContext(fresh.db), { alert: open, minutes: 1 })
    await pass(seconds(60), null)
    expect(await alerts.timeline('host_down')).toEqual(['fire', 'snooze', 'repeat'])
  })

  test('is not noted again and again where it is acknowledged when a snooze ends', async () => {
    const admin = await adminContext(fresh.db)
    await report()
    await pass(minutes(10), null)
    const alert = await alerts.newest('host_down')
    await snoozeAlert(admin, { alert, minutes: 1 })
    await acknowledgeAlert(admin, { alert })
    await pass(minutes(2), null)
    await fresh.db.sql`update host set due_at = now()`
    await watch()
    expect(await alerts.timeline('host_down')).toEqual([
      'fire',
      'snooze',
      'acknowledge',
      'hold_repeat: acknowledged',
    ])
  })

  test('comes back as the same alert when it falls silent again soon after it recovered', async () => {
    await report()
    await setParameter('hostSilenceSeconds', 60)
    await pass(seconds(70), null)
    const admin = await adminContext(fresh.db)
    await acknowledgeAlert(admin, { alert: await alerts.newest('host_down') })
    await pass(seconds(80), calm)
    expect(await alerts.list()).toEqual(['host_down recovered'])
    await pass(seconds(70), null)
    expect(await alerts.list()).toEqual(['host_down firing'])
    const [row] = await fresh.db.sql`
      select a.reopened, a.acknowledged_until, s.closed_at from alert a
      join alert_sending s on s.alert_id = a.id`
    expect(row).toEqual({ reopened: 1, acknowledged_until: null, closed_at: null })
    const [last] = await fresh.db.sql`
      select kind, message ->> 'note' as note from notification order by sequence desc limit 1`
    expect(last).toEqual({ kind: 'firing', note: 'reopened' })
    await pass(seconds(80), calm)
    await pass(minutes(11), calm)
    await pass(seconds(70), null)
    expect(await alerts.list()).toEqual(['host_down recovered', 'host_down firing'])
  })

  test('goes with its alert when it is removed, and whoever was told of it hears so', async () => {
    await report()
    await pass(minutes(10), null)
    await fresh.db.sql`update notification set state = 'delivered', next_attempt_at = null`
    await removeHost(await adminContext(fresh.db), { host: 'db-1' })
    expect(await alerts.list()).toEqual(['host_down object_removed'])
    expect(await alerts.told('host_down')).toEqual(['firing', 'resolved'])
  })

  test('goes on as the same alert when it falls silent again within the hold', async () => {
    await report()
    await pass(minutes(10), null)
    await setParameter('holdAtLeastSeconds', 3600)
    await report()
    await watch()
    await pass(minutes(10), null)
    expect((await alerts.timeline('host_down')).slice(0, 3)).toEqual(['fire', 'recover', 'relapse'])
    expect(await alerts.list()).toEqual(['host_down firing'])
  })

  test('is looked at once for its silence and not once for each heartbeat', async () => {
    await report()
    expect(await watch()).toMatchObject({ taken: 1 })
    await fresh.clock.advance(seconds(10))
    await report()
    expect(await watch()).toMatchObject({ taken: 0 })
  })

  test('is not accused of the time in which no heartbeat could reach us', async () => {
    await keepOpen(fresh.db, 'pushed')
    await report()
    await watch()
    await fresh.clock.advance(minutes(60))
    await keepOpen(fresh.db, 'pushed')
    await watch()
    expect(await alerts.list()).toEqual([])
    await pass(minutes(10), null)
    expect(await alerts.list()).toEqual(['host_down firing'])
  })

  test('is not accused when all of Highwater slept, its own nodes included', async () => {
    await recordCycle(fresh.db, {
      name: 'evaluate',
      worker: 'w' as WorkerId,
      durationMs: 1,
      taken: 0,
      figures: {},
      failure: null,
    })
    await report(calm, 'node-a', true)
    await report(calm, 'node-b', true)
    await watch()
    await fresh.clock.advance(minutes(60))
    expect(await noteEvaluationGap(fresh.db, consoleUrl)).not.toBeNull()
    await report(calm, 'node-a', true)
    await watch()
    expect(await alerts.list()).toEqual(['evaluation_gap recovered'])
  })
})

describe('a host that is short of resources', () => {
  const full: HostFigures = { cpu: 0.93, memory: 0.4, disk: 0.95 }

  test('is told once of all its figures when it lasts, and recovers when it has lasted', async () => {
    await report()
    await pass(minutes(2), full)
    expect(await alerts.list()).toEqual([])
    await pass(seconds(10), full)
    expect(await alerts.list()).toEqual(['host_threshold firing'])
    expect((await alerts.particulars('host_threshold'))[0]?.particulars).toEqual({
      type: 'host_figures',
      figures: [
        { name: 'cpu', percent: 93, limit: 85 },
        { name: 'disk', percent: 95, limit: 90 },
      ],
    })
    await pass(seconds(10), { ...full, disk: 0.5 })
    expect((await alerts.particulars('host_threshold'))[0]?.particulars).toMatchObject({
      figures: [{ name: 'cpu' }],
    })
    await pass(seconds(120), calm)
    expect(await alerts.list()).toEqual(['host_threshold recovering'])
    await pass(seconds(20), calm)
    expect(await alerts.list()).toEqual(['host_threshold recovered'])
  })

  test('is none at exactly its limits, nor when a peak is short', async () => {
    await report()
    await pass(minutes(5), { cpu: 0.85, memory: 0.85, disk: 0.9 })
    await pass(seconds(110), full)
    await pass(minutes(5), calm)
    expect(await alerts.list()).toEqual([])
  })

  test('is measured by the parameters in force', async () => {
    await setParameter('hostCpuPercent', 10)
    await report()
    await pass(minutes(3), calm)
    expect(await alerts.list()).toEqual(['host_threshold firing'])
  })
})

describe('a node of Highwater', () => {
  const worker = { id: 'w-1' as WorkerId, host: 'node-a', version: '1', secretKeys: [] }

  test('that is stopped in order raises no alert and leaves the list after a day', async () => {
    await beat(fresh.db, worker)
    await report(calm, 'node-a', true)
    await watch()
    await signOff(fresh.db, worker.id)
    await watch()
    await fresh.clock.advance(minutes(60))
    await watch()
    expect(await alerts.list()).toEqual([])
    await fresh.clock.advance(minutes(24 * 60))
    await watch()
    expect(await fresh.db.sql`select name from host where deleted_at is null`).toEqual([])
  })

  test('is not stopped while another worker lives on it', async () => {
    await beat(fresh.db, worker)
    await beat(fresh.db, { ...worker, id: 'w-2' as WorkerId })
    await report(calm, 'node-a', true)
    await signOff(fresh.db, worker.id)
    const [row] = await fresh.db.sql`select stopped_at from host`
    expect(row).toEqual({ stopped_at: null })
  })

  test('is one host, whichever of its processes reports', async () => {
    const first = await report(calm, 'node-a', true)
    const web = { name: 'node-a', isOwn: true, figures: calm, unlessWithin: seconds(10) }
    expect(await reportHost(fresh.db.sql, web)).toBeNull()
    await fresh.clock.advance(seconds(11))
    expect(await reportHost(fresh.db.sql, web)).toBe(first)
  })
})
