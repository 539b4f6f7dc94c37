import { type AlertId, type ChannelTestId, millis, type ProjectId, seconds } from '@highwater/core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../testing/seed.ts'
import { newId } from '../client/new-id.ts'
import { beat, recordCycle } from '../queue/heartbeat.ts'
import { storyOf } from '../queue/queue.fixture.ts'
import {
  countUnacknowledged,
  getAlert,
  getChannel,
  getChannelTest,
  getNotification,
  getSource,
  listAccounts,
  listAlerts,
  listAuditEvents,
  listChannels,
  listDepartments,
  listNotifications,
  listPolicyVersions,
  listSources,
  listTokens,
  readHealth,
  readInstallation,
  readLatencyHistory,
  readMe,
  readNow,
  readProjectPage,
  readProtectionLevels,
  readSparklines,
  readSystem,
} from './index.ts'
import { admin, memberOf, seedAccount, seedDepartment } from './queries.fixture.ts'

let fresh: FreshDatabase
let project: ProjectId
let alertId: AlertId
let stranger: ReturnType<typeof memberOf>

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  const { db } = fresh
  const sales = await seedDepartment(db, 'Sales')
  stranger = memberOf(await seedAccount(db, 'zhou'), sales)
  await seedChannel(db, {
    config: { format: 'markdown', proxy: 'http://me:hush@proxy.example.com:8080' },
  })
  project = await seedProject(db, { namePrefix: 'pay-orders' })
  const story = storyOf(fresh)
  await story.report(project, 5, 3)
  await story.report(project, 412, 2)
  const { items } = await listAlerts(db, admin, { state: 'open' })
  alertId = items[0]?.id as AlertId
})
afterAll(() => fresh.close())

test('the Now screen names the firing alert, its newest message and how calm the rest is', async () => {
  const screen = await readNow(fresh.db, admin)
  expect(screen).toMatchObject({ unacknowledged: 1, acknowledged: 0 })
  expect(screen.alerts).toMatchObject([
    {
      id: alertId,
      shortId: expect.stringMatching(/^A\d+$/),
      event: 'sync_delay',
      observedMs: 412_000,
      isAcknowledged: false,
      verdicts: [{ state: 'pending', kind: 'firing', channelKind: 'dingtalk' }],
    },
  ])
  expect(screen.quietProjects).toEqual({ count: 0, isExact: true })
  expect(await countUnacknowledged(fresh.db, admin)).toBe(1)
})

test('to a person of another department the alert does not exist, in lists, counts and by id', async () => {
  const { db } = fresh
  expect(await readNow(db, stranger)).toMatchObject({ alerts: [], unacknowledged: 0 })
  expect(await countUnacknowledged(db, stranger)).toBe(0)
  expect((await listAlerts(db, stranger, {})).items).toEqual([])
  expect((await listNotifications(db, stranger, {})).items).toEqual([])
  expect(await readSparklines(db, stranger, [project])).toEqual([])
  const notFound = { code: 'not_found' }
  await expect(getAlert(db, stranger, alertId)).rejects.toMatchObject(notFound)
  await expect(readProjectPage(db, stranger, project)).rejects.toMatchObject(notFound)
  const { items } = await listNotifications(db, admin, {})
  const id = items[0]?.id ?? newId<'notification'>()
  await expect(getNotification(db, stranger, id)).rejects.toMatchObject(notFound)
  await expect(listAuditEvents(db, stranger)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(readSystem(db, stranger)).rejects.toMatchObject({ code: 'forbidden' })
})

test('an alert is found by short id, id, part of the name, project and each filter', async () => {
  const { shortId } = await getAlert(fresh.db, admin, alertId)
  const finding = [
    { q: shortId.toLowerCase() },
    { q: alertId },
    { q: 'PAY-ord' },
    { project },
    { event: 'sync_delay', level: 'high', sendingStatus: 'pending', scope: 'project' },
    { state: 'firing', from: '2020-01-01T00:00:00Z' },
  ] as const
  for (const input of finding) {
    const { items } = await listAlerts(fresh.db, admin, input)
    expect(
      items.map((item) => item.id),
      JSON.stringify(input),
    ).toEqual([alertId])
  }
  for (const input of [
    { q: 'nothing' },
    { state: 'closed' },
    { sendingStatus: 'failed' },
    { to: '2020-01-01T00:00:00Z' },
  ] as const) {
    expect((await listAlerts(fresh.db, admin, input)).items).toEqual([])
  }
})

test('an alert tells its timeline and who was told', async () => {
  const detail = await getAlert(fresh.db, admin, alertId)
  expect(detail.timeline.map((entry) => entry.type)).toEqual(['fire'])
  expect(detail.told).toMatchObject([{ kind: 'firing', state: 'pending', attempts: [] }])
  expect(detail.notifications).toEqual({ delivered: 0, failed: 0, waiting: 1, suppressed: 0 })
  const { items } = await listNotifications(fresh.db, admin, { alert: alertId, state: 'pending' })
  expect(items).toMatchObject([{ alert: { id: alertId, subject: 'pay-orders-1' } }])
  const message = (await getNotification(fresh.db, admin, items[0]?.id ?? newId())).message
  expect(message).toMatchObject({ kind: 'firing', shortId: detail.shortId })
})

test('a project page says what is found of each condition and which thresholds hold', async () => {
  const page = await readProjectPage(fresh.db, admin, project)
  expect(page.findings.latency).toMatchObject({ is: 'breach', measure: { observed: 412_000 } })
  expect(page.findings.interruption).toMatchObject({ is: 'good', reason: 'within_threshold' })
  expect(page.thresholds).toMatchObject({ latency: 30_000, level: 'high', latencyFrom: 'level' })
  expect(page.openAlerts.map((alert) => alert.id)).toEqual([alertId])
})

test('the history of a project has its samples, thresholds, alerts and messages on one axis', async () => {
  const { now } = await readProjectPage(fresh.db, admin, project)
  const range = { from: (now - 3_600_000) as typeof now, to: now, points: 3_600 }
  const history = await readLatencyHistory(fresh.db, admin, project, range)
  const values = history.samples.map((sample) => sample.seconds)
  expect(values).toContain(412)
  expect(values[0]).toBe(5)
  expect(history.thresholds.at(-1)).toMatchObject({ seconds: 30, level: 'high' })
  expect(history.alerts.map((alert) => alert.id)).toEqual([alertId])
  expect(history.notifications).toMatchObject([{ alert: alertId, kind: 'firing' }])
  const one = await readLatencyHistory(fresh.db, admin, project, { ...range, points: 1 })
  expect(one.samples.filter((sample) => sample.seconds !== null)).toMatchObject([{ seconds: 412 }])
  const [sparkline] = await readSparklines(fresh.db, admin, [project])
  expect(sparkline?.samples.at(-1)?.seconds).toBe(412)
  expect(sparkline?.samples).toHaveLength(48)
})

test('channels show that a secret is set and never the secret or the password of a proxy', async () => {
  const { items } = await listChannels(fresh.db, admin)
  expect(items).toMatchObject([{ secrets: { webhook: 'set', signingSecret: 'unset' } }])
  const shown = JSON.stringify([items, await getChannel(fresh.db, admin, items[0]?.id ?? newId())])
  expect(shown).not.toMatch(/hush|sealed|test\./)
  expect((await listChannels(fresh.db, stranger)).items).toHaveLength(1)
})

test('a worker that has just beaten makes the installation ready, and its silence ends that', async () => {
  const { db } = fresh
  expect((await readHealth(db)).checks).toEqual({
    database: 'ok',
    migrations: 'ok',
    worker: 'failing',
  })
  const id = newId<'worker'>()
  const living = { id, host: 'here', version: '1', secretKeys: ['test'] }
  await beat(db, living)
  await beat(db, { ...living, clockOffset: millis(-31_000) })
  await recordCycle(db, {
    name: 'evaluate',
    worker: id,
    durationMs: 3,
    taken: 1,
    figures: { moves: 1 },
    failure: null,
  })
  expect(await readHealth(db)).toMatchObject({ isReady: true })
  const system = await readSystem(db, admin)
  expect(system.workers).toMatchObject([{ id, isAlive: true, clockOffset: -31_000 }])
  expect(system.cycles).toMatchObject([{ name: 'evaluate', durationMs: 3, report: { moves: 1 } }])
  expect(system.queue.states).toContainEqual({ state: 'pending', count: 1, isExact: true })
  expect(system.migrations.isCurrent).toBe(true)
  expect((await readNow(db, admin)).evaluatedAt).toBe(system.cycles[0]?.startedAt)
  await fresh.clock.advance(seconds(60))
  expect(await readHealth(db)).toMatchObject({ isReady: false, checks: { worker: 'failing' } })
})

test('the small lists answer, each to those who may see it', async () => {
  const { db } = fresh
  expect(await readProtectionLevels(db, stranger)).toMatchObject({
    version: 1,
    high: { latencySeconds: 30 },
  })
  expect((await listPolicyVersions(db, admin)).items).toHaveLength(1)
  expect((await listAuditEvents(db, admin, { result: 'refused', q: 'zhou' })).items).toEqual([])
  expect((await listDepartments(db, admin)).map((item) => item.name)).toEqual(['Default', 'Sales'])
  expect((await listDepartments(db, stranger)).map((item) => item.name)).toEqual(['Sales'])
  expect(await listAccounts(db, stranger, { q: 'ZHO' })).toMatchObject([{ name: 'zhou' }])
  expect(await listTokens(db, stranger)).toEqual([])
  expect(await listSources(db, admin)).toEqual([])
  await expect(getSource(db, admin, newId())).rejects.toMatchObject({ code: 'not_found' })
  expect(await readInstallation(db, stranger)).toMatchObject({
    messageLocale: 'zh-CN',
    messageTimeZone: 'UTC',
  })
  expect(await readMe(db, stranger)).toMatchObject({
    name: 'zhou',
    departments: [],
    sessions: [],
  })
})

test('the test of a connection is pending until settled, and only for who asked', async () => {
  const { db } = fresh
  const id = newId<'channel-test'>() as ChannelTestId
  const asker = stranger.type === 'user' ? stranger.id : newId<'user'>()
  await db.sql`
    insert into channel_test (id, channel_name, kind, config, sealed_secrets, fingerprint, budget_key,
      requested_by, requested_by_name, created_at)
    values (${id}, 'draft', 'webhook', '{}', 'x', 'x', 'x', ${asker}, 'zhou', now())`
  await db.sql`
    insert into notification (id, test_id, kind, state, locale, priority, next_attempt_at, created_at,
      dedupe_key)
    values (${newId()}, ${id}, 'test', 'pending', 'en', 0, now(), now(), ${id})`
  expect(await getChannelTest(db, stranger, id)).toMatchObject({
    state: 'pending',
    steps: [],
    refused: [],
  })
  await db.sql`
    insert into delivery_attempt (notification_id, number, worker, started_at, duration_ms, outcome,
      reason, provider_code, provider_message)
    select id, 1, 'w', now(), 12, 'rejected', 'keyword', '310000', 'keywords not in content'
    from notification where test_id = ${id}`
  await db.sql`update notification set state = 'failed', reason = 'keyword' where test_id = ${id}`
  expect(await getChannelTest(db, admin, id)).toMatchObject({
    state: 'done',
    outcome: 'rejected',
    code: '310000',
    durationMs: 12,
    reason: 'keyword',
  })
  await db.sql`
    insert into delivery_attempt (notification_id, number, worker, started_at, duration_ms, outcome,
      reason, refused)
    select id, 2, 'w', now(), 12, 'partial', 'some-recipients-refused', '{nobody}'
    from notification where test_id = ${id}`
  expect(await getChannelTest(db, admin, id)).toMatchObject({
    outcome: 'partial',
    refused: ['nobody'],
  })
  const other = memberOf(newId<'user'>())
  await expect(getChannelTest(db, other, id)).rejects.toMatchObject({ code: 'not_found' })
})
