import { type AlertId, type Instant, minutes, toIso } from '@highwater/core'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import {
  aDepartment,
  adminContext,
  anAccount,
  aProject,
  contextOf,
} from '../../../testing/builders.ts'
import { expectAudit, expectNoAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel } from '../../../testing/seed.ts'
import { countWaiting } from '../../../testing/standing-still.ts'
import { storyOf } from '../../queue/queue.fixture.ts'
import { alert, alertEvent } from '../../schema/index.ts'
import type { CommandContext } from '../context.ts'
import { acknowledgeAlert } from './acknowledge-alert.ts'
import { unacknowledgeAlert } from './unacknowledge-alert.ts'

let fresh: FreshDatabase
let admin: CommandContext
let story: ReturnType<typeof storyOf>
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
  story = storyOf(fresh)
  await seedChannel(fresh.db)
})
afterAll(() => fresh.close())

/** A project in breach, and its firing alert. */
async function firing(department?: string) {
  const project = await aProject(admin, {
    protectionLevel: 'high',
    ...(department ? { department } : {}),
  })
  await story.report(project, 5, 3)
  await story.report(project, 412, 2)
  const [row] = await fresh.db.orm.select().from(alert).where(eq(alert.projectId, project))
  if (!row) throw new Error('no alert fired')
  return { project, id: row.id }
}

const alertRow = async (id: AlertId) =>
  (await fresh.db.orm.select().from(alert).where(eq(alert.id, id)))[0]

const actionsOf = (id: AlertId) =>
  fresh.db.orm
    .select()
    .from(alertEvent)
    .where(eq(alertEvent.alertId, id))
    .orderBy(asc(alertEvent.id))

const now = async () => {
  const [row] = await fresh.db.sql<{ now: Instant }[]>`select now() as now`
  return row?.now ?? (0 as Instant)
}

test('an acknowledgement stands in the alert, in its timeline and in the audit', async () => {
  const { id } = await firing()
  await acknowledgeAlert(admin, { alert: id, minutes: 30 })
  const row = await alertRow(id)
  expect(row?.acknowledgedByName).toBe(admin.actorName)
  expect(row?.acknowledgedUntil).toBe((row?.acknowledgedAt ?? 0) + minutes(30))
  expect((await actionsOf(id)).at(-1)).toMatchObject({
    type: 'acknowledge',
    actorName: admin.actorName,
  })
  await expectAudit(fresh.db, {
    action: 'alert.acknowledge',
    targetId: id,
    targetName: expect.stringMatching(/^A\d+ orders /) as never,
  })
})

test('an acknowledgement without an end holds repeats back until it is taken back', async () => {
  const { id, project } = await firing()
  await acknowledgeAlert(admin, { alert: id })
  await story.report(project, 500, 20)
  expect((await alertRow(id))?.repeats).toBe(0)
  await unacknowledgeAlert(admin, { alert: id })
  await story.report(project, 500, 20)
  expect((await alertRow(id))?.repeats).toBe(1)
  const types = (await actionsOf(id)).map(({ type }) => type)
  expect(types).toEqual(['fire', 'acknowledge', 'hold_repeat', 'unacknowledge', 'repeat'])
})

test('an acknowledgement has its project looked at, so that its end becomes a deadline', async () => {
  const { id, project } = await firing()
  await acknowledgeAlert(admin, { alert: id, minutes: 1 })
  const [state] = await fresh.db.sql<{ due: boolean }[]>`
    select s.due_at <= a.acknowledged_at as due from project_state s
    join alert a on a.project_id = s.project_id where a.id = ${id} and s.project_id = ${project}`
  expect(state).toEqual({ due: true })
})

test('taking back what nobody acknowledged changes nothing', async () => {
  const { id } = await firing()
  await expectNoAudit(fresh.db, () => unacknowledgeAlert(admin, { alert: id }))
})

test('an end in the past, or two ends, are refused at their fields', async () => {
  const { id } = await firing()
  const past = toIso(await now())
  await expect(acknowledgeAlert(admin, { alert: id, until: past })).rejects.toMatchObject({
    code: 'invalid_input',
    faults: [{ path: 'until' }],
  })
  await expect(
    acknowledgeAlert(admin, { alert: id, until: past, minutes: 5 }),
  ).rejects.toMatchObject({ code: 'invalid_input', faults: [{ path: 'minutes' }] })
})

test('whoever acknowledges while the alert is being closed is told that it is closed', async () => {
  const { id } = await firing()
  const closing = Promise.withResolvers<void>()
  const locked = Promise.withResolvers<void>()
  const judgement = fresh.db.sql.begin(async (tx) => {
    await tx`select from alert where id = ${id} for update`
    locked.resolve()
    await closing.promise
    await tx`update alert set state = 'closed', closed_at = now(), close_reason = 'recovered' where id = ${id}`
  })
  await locked.promise
  const refusal = expect(acknowledgeAlert(admin, { alert: id })).rejects.toMatchObject({
    code: 'conflict',
    current: { id, state: 'closed', closeReason: 'recovered' },
  })
  await expect.poll(() => countWaiting(fresh.db)).toBeGreaterThan(0)
  closing.resolve()
  await judgement
  await refusal
  expect((await alertRow(id))?.acknowledgedAt).toBeNull()
})

test('a viewer sees the alert but may not acknowledge; a stranger does not find it', async () => {
  const home = await aDepartment(fresh.db)
  const { id } = await firing(home.id)
  const viewer = await anAccount(fresh.db, { departments: [{ id: home.id, role: 'viewer' }] })
  await expect(
    acknowledgeAlert(contextOf(fresh.db, viewer.actor), { alert: id }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await expectAudit(fresh.db, { action: 'alert.acknowledge', result: 'refused', targetId: id })
  const stranger = await anAccount(fresh.db)
  await expect(
    acknowledgeAlert(contextOf(fresh.db, stranger.actor), { alert: id }),
  ).rejects.toMatchObject({ code: 'not_found' })
})
