import { hours, minutes, plus, seconds } from '@highwater/core'
import { defaultParameters } from '@highwater/core/parameters'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { adminContext, anAccount, contextOf } from '../../../testing/builders.ts'
import { expectAudit, expectNoAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedProject } from '../../../testing/seed.ts'
import { readNowFrom } from '../../client/now.ts'
import { listParameters } from '../../queries/parameter/list.ts'
import { reportHost } from '../../queue/hosts/report-host.ts'
import { watchHosts } from '../../queue/hosts/watch-hosts.ts'
import { keepOpen } from '../../queue/ingest/keep-open.ts'
import { storyOf } from '../../queue/queue.fixture.ts'
import { readParameters } from '../../queue/read-parameters.ts'
import type { CommandContext } from '../context.ts'
import { createSilence } from '../silence/create-silence.ts'
import { resetParameters } from './reset-parameters.ts'
import { updateParameters } from './update-parameters.ts'

let fresh: FreshDatabase
let admin: CommandContext
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
})
afterAll(() => fresh.close())

const itemOf = async (key: string) =>
  (await listParameters(fresh.db, admin.actor)).items.find((item) => item.key === key)

test('several are set at once, each with an audit row of its own, and are in force', async () => {
  const { version, changed } = await updateParameters(admin, {
    clearRatio: 0.8,
    hostCpuPercent: 70,
    stormAlerts: 20,
  })
  expect({ version, changed }).toEqual({ version: 2, changed: ['clearRatio', 'hostCpuPercent'] })
  await expectAudit(
    fresh.db,
    {
      action: 'parameter.update',
      target: 'parameter',
      targetId: 'clearRatio',
      changes: [{ path: 'value', before: 1, after: 0.8 }],
    },
    { targetId: 'hostCpuPercent', changes: [{ path: 'value', before: 85, after: 70 }] },
  )
  expect(await readParameters(fresh.db.sql)).toEqual({
    ...defaultParameters,
    clearRatio: 0.8,
    hostCpuPercent: 70,
  })
})

test('a reset brings the default back and says who did it', async () => {
  await resetParameters(admin, { keys: ['clearRatio'] })
  await expectAudit(fresh.db, { changes: [{ path: 'value', before: 0.8, after: 1 }] })
  expect(await itemOf('clearRatio')).toMatchObject({
    value: 1,
    isDefault: true,
    changedAt: expect.any(Number),
    changedByName: admin.actorName,
  })
  expect(await itemOf('stormAlerts')).toMatchObject({ changedAt: null, changedByName: null })
  await expectNoAudit(fresh.db, () => resetParameters(admin, { keys: ['clearRatio'] }))
})

test('a change made from an old version is refused for what was changed since, and only for that', async () => {
  const { version } = await listParameters(fresh.db, admin.actor)
  await updateParameters(admin, { flapTurns: 6, expectedVersion: version })
  await expect(
    updateParameters(admin, { flapTurns: 8, expectedVersion: version }),
  ).rejects.toMatchObject({ code: 'conflict', current: { values: { flapTurns: 6 } } })
  await updateParameters(admin, { flapWindowMinutes: 90, expectedVersion: version })
  expect(await itemOf('flapWindowMinutes')).toMatchObject({ value: 90, isDefault: false })
})

test('what does not fit together is refused at what was changed, by a reset too', async () => {
  await expect(updateParameters(admin, { rawSignalDays: 31 })).rejects.toMatchObject({
    code: 'invalid_input',
    faults: [{ path: 'rawSignalDays', message: expect.stringMatching(/31.*30/) }],
  })
  await updateParameters(admin, { rawSignalDays: 40, minuteHistoryDays: 60 })
  await expect(resetParameters(admin, { keys: ['minuteHistoryDays'] })).rejects.toMatchObject({
    faults: [{ path: 'minuteHistoryDays', message: expect.stringMatching(/30.*40/) }],
  })
})

test.each([
  [{ pendingSeconds: -1 }, 'pendingSeconds', 'Use 0–3600 seconds.'],
  [{ hostDiskPercent: 90.5 }, 'hostDiskPercent', 'Use 1–100 %.'],
  [{ nothing: 1 }, 'nothing', 'There is no such field.'],
])('%j is refused at its field', async (input, path, message) => {
  await expect(updateParameters(admin, input as object)).rejects.toMatchObject({
    code: 'invalid_input',
    faults: [{ path, message }],
  })
})

test('an auditor reads them all and may change none', async () => {
  const { actor } = await anAccount(fresh.db, { role: 'auditor' })
  expect((await listParameters(fresh.db, actor)).items).toHaveLength(
    Object.keys(defaultParameters).length,
  )
  await expect(
    updateParameters(contextOf(fresh.db, actor), { stormAlerts: 5 }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await expectAudit(fresh.db, { action: 'parameter.update', result: 'refused' })
})

test('a shorter time to be silent is judged by in the very next cycle, without a new signal', async () => {
  const story = storyOf(fresh)
  const project = await seedProject(fresh.db)
  await resetParameters(admin, { keys: ['noSignalAtLeastSeconds'] })
  await story.report(project, 1, 3)
  await story.wait(seconds(45))
  expect(await story.alertsOf(project)).toEqual([])
  await updateParameters(admin, { noSignalAtLeastSeconds: 30 })
  await story.evaluate()
  expect(await story.alertsOf(project)).toMatchObject([{ event: 'no_signal', state: 'firing' }])
})

test('a time to wait before firing is kept from the next signal on, and one that is cut short ends at once', async () => {
  const story = storyOf(fresh)
  const project = await seedProject(fresh.db)
  await story.report(project, 1, 2)
  await updateParameters(admin, { pendingSeconds: 60 })
  await story.report(project, 90, 2)
  expect(await story.alertsOf(project)).toMatchObject([{ state: 'pending' }])
  await updateParameters(admin, { pendingSeconds: 0 })
  await story.evaluate()
  expect(await story.alertsOf(project)).toMatchObject([{ state: 'firing' }])
})

test('a recovery that is under way ends when the new hold says, sooner or later', async () => {
  const story = storyOf(fresh)
  const project = await seedProject(fresh.db)
  const stateOf = async () => (await story.alertsOf(project)).map(({ state }) => state)
  await story.report(project, 1, 2)
  await story.report(project, 90, 2)
  await story.report(project, 1, 2)
  expect(await stateOf()).toEqual(['recovering'])
  await updateParameters(admin, { holdAtLeastSeconds: 600 })
  await story.report(project, 1, 20)
  expect(await stateOf()).toEqual(['recovering'])
  await updateParameters(admin, { holdAtLeastSeconds: 120 })
  await story.evaluate()
  expect(await stateOf()).toEqual(['closed'])
})

test('a host that is silent is judged by a new time to be silent without a report', async () => {
  const name = 'db-1'
  const figures = { cpu: 0.1, memory: 0.1, disk: 0.1 }
  await reportHost(fresh.db.sql, { name, isOwn: false, figures, unlessWithin: seconds(0) })
  await keepOpen(fresh.db, 'pushed')
  const watch = () => watchHosts(fresh.db, { limit: 10, consoleUrl: 'https://highwater.example' })
  await watch()
  for (let beat = 0; beat < 20; beat += 1) {
    await fresh.clock.advance(seconds(10))
    await keepOpen(fresh.db, 'pushed')
  }
  expect(await watch()).toMatchObject({ taken: 0 })
  await updateParameters(admin, { hostSilenceSeconds: 120 })
  await watch()
  expect(await fresh.db.sql`select event, state from alert where host_id is not null`).toEqual([
    { event: 'host_down', state: 'firing' },
  ])
})

test('the reminder of a silence that runs comes when a new parameter says', async () => {
  const now = await readNowFrom(fresh.db.sql)
  await createSilence(admin, { name: 'move', until: plus(now, hours(10)) })
  await updateParameters(admin, { silenceReminderMinutes: 45 })
  expect(await fresh.db.sql`select remind_at from silence where name = 'move'`).toEqual([
    { remind_at: plus(now, minutes(9 * 60 + 15)) },
  ])
})
