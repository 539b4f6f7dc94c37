import { type AlertId, hours, type ProjectId, plus, seconds } from '@highwater/core'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { adminContext, anAccount, aProject, contextOf } from '../../../testing/builders.ts'
import { expectAudit, expectNoAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel } from '../../../testing/seed.ts'
import { readProjectPage } from '../../queries/index.ts'
import { storyOf } from '../../queue/queue.fixture.ts'
import { alert, alertEvent } from '../../schema/index.ts'
import type { CommandContext } from '../context.ts'
import { assignAlert } from './assign-alert.ts'
import { closeAlert } from './close-alert.ts'
import { commentOnAlert } from './comment-on-alert.ts'
import { snoozeAlert, unsnoozeAlert } from './snooze-alert.ts'

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
async function firing() {
  const project = await aProject(admin, { protectionLevel: 'high' })
  await story.report(project, 5, 3)
  await story.report(project, 412, 2)
  const [row] = await fresh.db.orm.select().from(alert).where(eq(alert.projectId, project))
  if (!row) throw new Error('no alert fired')
  return { project, id: row.id }
}

const rowOf = async (id: AlertId) =>
  (await fresh.db.orm.select().from(alert).where(eq(alert.id, id)))[0]

const actionsOf = (id: AlertId) =>
  fresh.db.orm
    .select()
    .from(alertEvent)
    .where(eq(alertEvent.alertId, id))
    .orderBy(asc(alertEvent.id))

const openAlertsOf = async (project: ProjectId) =>
  (await fresh.db.sql`select open_alerts from project_state where project_id = ${project}`)[0]
    ?.open_alerts

test('an alert is handed to a person, to another and to nobody, and each step can be read', async () => {
  const { id } = await firing()
  const wang = await anAccount(fresh.db)
  const { assignee } = await assignAlert(admin, { alert: id, assignee: wang.email })
  expect(assignee).toEqual({ id: wang.actor.id, name: wang.email })
  expect(await rowOf(id)).toMatchObject({ assigneeId: wang.actor.id, assigneeName: wang.email })
  await expectNoAudit(fresh.db, () => assignAlert(admin, { alert: id, assignee: wang.actor.id }))
  await assignAlert(admin, { alert: id, assignee: null })
  expect((await actionsOf(id)).slice(1).map(({ type, detail }) => ({ type, detail }))).toEqual([
    { type: 'assign', detail: { to: wang.email } },
    { type: 'unassign', detail: { from: wang.email } },
  ])
  await expectAudit(fresh.db, { action: 'alert.assign', targetId: id })
})

test('nobody by that name is refused at the field', async () => {
  const { id } = await firing()
  await expect(
    assignAlert(admin, { alert: id, assignee: 'nobody@example.com' }),
  ).rejects.toMatchObject({ code: 'invalid_input', faults: [{ path: 'assignee' }] })
})

test('a remark stands in the timeline, and a closed alert takes one too', async () => {
  const { id } = await firing()
  await commentOnAlert(admin, { alert: id, text: ' Restarted the target. ' })
  await closeAlert(admin, { alert: id, reason: 'being moved' })
  await commentOnAlert(admin, { alert: id, text: 'Looked again: fine.' })
  const remarks = (await actionsOf(id)).filter(({ type }) => type === 'comment')
  expect(remarks.map(({ detail }) => detail)).toEqual([
    { text: 'Restarted the target.' },
    { text: 'Looked again: fine.' },
  ])
})

test('a snooze needs an end, and stands with it in the alert', async () => {
  const { id } = await firing()
  await expect(snoozeAlert(admin, { alert: id })).rejects.toMatchObject({
    code: 'invalid_input',
    faults: [{ path: 'minutes' }],
  })
  const { snoozedUntil } = await snoozeAlert(admin, { alert: id, minutes: 20 })
  expect(await rowOf(id)).toMatchObject({ snoozedUntil, snoozedByName: admin.actorName })
  await unsnoozeAlert(admin, { alert: id })
  expect((await rowOf(id))?.snoozedUntil).toBeNull()
  expect((await actionsOf(id)).slice(1).map(({ type }) => type)).toEqual(['snooze', 'unsnooze'])
})

test('who closes an alert says why; its end is told, and it counts as open no more', async () => {
  const { id, project } = await firing()
  await closeAlert(admin, { alert: id, reason: 'the table is being rebuilt' })
  expect(await rowOf(id)).toMatchObject({
    state: 'closed',
    closeReason: 'closed_by_person',
    closedByName: admin.actorName,
    closeNote: 'the table is being rebuilt',
  })
  expect((await actionsOf(id)).at(-1)).toMatchObject({
    type: 'close',
    reason: 'closed_by_person',
    actorName: admin.actorName,
    detail: { note: 'the table is being rebuilt' },
  })
  expect(await story.outboxOf(project)).toEqual([
    'firing superseded superseded',
    'resolved pending',
  ])
  const [told] = await fresh.db.sql`
    select message -> 'closedBy' as by from notification where kind = 'resolved'
    order by sequence desc limit 1`
  expect(told?.by).toEqual({ name: admin.actorName, note: 'the table is being rebuilt' })
  expect(await openAlertsOf(project)).toBe(0)
  const { dismissed, findings, now } = await readProjectPage(fresh.db, admin.actor, project)
  expect(findings.latency.is).toBe('breach')
  expect(dismissed).toEqual([
    {
      condition: 'latency',
      shortId: expect.stringMatching(/^A\d+$/),
      by: admin.actorName,
      until: expect.any(Number),
    },
  ])
  expect(dismissed[0]?.until).toBeGreaterThan(plus(now, hours(23)))
  await expect(closeAlert(admin, { alert: id, reason: 'again' })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('the breach that was closed by hand is not told again before it has been good once', async () => {
  const { id, project } = await firing()
  await closeAlert(admin, { alert: id, reason: 'known' })
  await story.report(project, 500, 30)
  expect(await story.alertsOf(project)).toHaveLength(1)
  await story.report(project, 1, 3)
  await story.report(project, 500, 2)
  expect(await story.alertsOf(project)).toMatchObject([{ state: 'closed' }, { state: 'firing' }])
  expect(await openAlertsOf(project)).toBe(1)
})

test('a breach that never ends is told again a day after it was closed by hand', async () => {
  const { id, project } = await firing()
  await closeAlert(admin, { alert: id, reason: 'known' })
  await fresh.clock.advance(hours(24))
  await story.report(project, 500, 2)
  expect(await story.alertsOf(project)).toMatchObject([{ state: 'closed' }, { state: 'firing' }])
})

test('a closing and a signal at the same moment do not stand in each other’s way', async () => {
  const { id, project } = await firing()
  await fresh.clock.advance(seconds(30))
  await Promise.all([
    closeAlert(admin, { alert: id, reason: 'known' }),
    story.send(project, { latencySeconds: 700 }),
    story.evaluate(),
  ])
  await story.evaluate()
  expect(await story.alertsOf(project)).toMatchObject([{ state: 'closed' }])
})

test('a stranger finds no alert to work on, and the text of a remark is required', async () => {
  const { id } = await firing()
  const stranger = contextOf(fresh.db, (await anAccount(fresh.db)).actor)
  await expect(commentOnAlert(stranger, { alert: id, text: 'hi' })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(commentOnAlert(admin, { alert: id, text: ' ' })).rejects.toMatchObject({
    code: 'invalid_input',
    faults: [{ path: 'text' }],
  })
})
