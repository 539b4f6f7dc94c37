import { type DepartmentId, minutes, type ProjectId, toIso } from '@highwater/core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import {
  aDepartment,
  adminContext,
  anAccount,
  aProject,
  contextOf,
} from '../../../testing/builders.ts'
import { expectAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { readNowFrom } from '../../client/now.ts'
import {
  type CommandContext,
  createMaintenanceWindow,
  createSilence,
  deleteSilence,
  endSilence,
  updateMaintenanceWindow,
  updateSilence,
} from '../../commands/index.ts'
import { storyOf } from '../../queue/queue.fixture.ts'
import {
  getSilence,
  listSilences,
  previewMaintenanceWindow,
  previewSilence,
  readEndingSilences,
  silencesOverAlert,
  silencesOverProject,
} from '../index.ts'
import { readAllPages } from '../queries.fixture.ts'

let fresh: FreshDatabase
let admin: CommandContext
let pay: { id: never; name: string }
let operator: CommandContext
let orders: ProjectId
let ledger: ProjectId

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
  pay = (await aDepartment(fresh.db, 'pay')) as typeof pay
  const { actor } = await anAccount(fresh.db, { departments: [{ id: pay.id, role: 'operator' }] })
  operator = contextOf(fresh.db, actor, { name: 'Han Meimei' })
  orders = await aProject(admin, { name: 'orders', tags: ['core'], protectionLevel: 'high' })
  ledger = await aProject(admin, { name: 'ledger', department: 'pay', protectionLevel: 'low' })
  const story = storyOf(fresh)
  for (const project of [orders, ledger]) {
    await story.report(project, 1, 1)
    await story.report(project, 90_000, 1)
  }
})
afterAll(() => fresh.close())

const inMinutes = async (length: number) =>
  toIso(((await readNowFrom(fresh.db.sql)) + minutes(length)) as never)
const homeOf = async (project: ProjectId) => {
  const [row] = await fresh.db.sql<{ home: DepartmentId }[]>`
    select department_id as home from project where id = ${project}`
  return row?.home as DepartmentId
}
const nightly = {
  name: 'nightly',
  // Far ahead, so that no run of the test falls into it.
  start: '2090-01-07T22:00',
  timeZone: 'Asia/Shanghai',
  durationMinutes: 60,
  rule: 'FREQ=WEEKLY;BYDAY=SA',
}

it('A silence of the whole installation names to nobody what they may not see', async () => {
  const until = await inMinutes(60)
  const home = await homeOf(orders)
  const made = await createSilence(admin, {
    name: 'for all',
    department: null,
    until,
    projects: [orders, ledger],
    exceptProjects: [orders],
    departments: [home, pay.id],
  })
  const seen = await getSilence(fresh.db, operator.actor, made.id)
  expect(seen.projects).toEqual([
    { id: orders, name: null },
    { id: ledger, name: 'ledger' },
  ])
  expect(seen.exceptProjects).toEqual([{ id: orders, name: null }])
  expect(seen.departments).toEqual([
    { id: home, name: null },
    { id: pay.id, name: 'pay' },
  ])
  const toAdmin = await getSilence(fresh.db, admin.actor, made.id)
  expect(toAdmin.projects.map(({ name }) => name)).toEqual(['orders', 'ledger'])
  await deleteSilence(admin, { kind: 'silence', silence: made.id })
})

describe('a silence in the lists', () => {
  it('is found by its kind, status, maker and words, page by page', async () => {
    const until = await inMinutes(60)
    const made = await createSilence(admin, { name: 'Upgrade 100%', remark: '机房割接', until })
    const later = await createSilence(admin, {
      name: 'later',
      from: until,
      until: await inMinutes(90),
    })
    const window = await createMaintenanceWindow(admin, nightly)
    const over = await createSilence(admin, { name: 'over', until })
    await endSilence(admin, { kind: 'silence', silence: over.id })
    const ids = async (filter: Parameters<typeof listSilences>[2]) =>
      (await listSilences(fresh.db, admin.actor, filter)).items.map((item) => item.id)

    expect(await ids({ status: 'in_effect' })).toEqual([made.id])
    expect(await ids({ status: 'upcoming' })).toEqual([window.id, later.id])
    expect(await ids({ status: 'ended' })).toEqual([over.id])
    expect(await ids({ kind: 'maintenance' })).toEqual([window.id])
    expect(await ids({ q: '割接' })).toEqual([made.id])
    expect(await ids({ q: '100%' })).toEqual([made.id])
    expect(await ids({ creator: (admin.actor as { id: string }).id })).toHaveLength(4)
    expect(await ids({ creator: 'nobody@example.com' })).toEqual([])
    const all = await readAllPages((cursor) =>
      listSilences(fresh.db, admin.actor, { limit: 3, ...(cursor ? { cursor } : {}) }),
    )
    expect(all.map((item) => item.id)).toEqual([over.id, window.id, later.id, made.id])
    expect(all.at(-1)).toMatchObject({ status: 'in_effect', hiding: 0, department: null })
    for (const { id, kind } of all) await deleteSilence(admin, { kind, silence: id })
    expect(await ids({})).toEqual([])
  })

  it('names what it is about, and shows to a department only its own and the global ones', async () => {
    const until = await inMinutes(60)
    const mine = await createSilence(operator, { name: 'mine', until, projects: [ledger] })
    const global = await createSilence(admin, { name: 'global', until })
    const other = await createSilence(admin, { name: 'other', until, department: 'default' }).catch(
      () => null,
    )
    const item = await getSilence(fresh.db, operator.actor, mine.id)
    expect(item).toMatchObject({
      projects: [{ id: ledger, name: 'ledger' }],
      department: { name: 'pay' },
    })
    const seen = (await listSilences(fresh.db, operator.actor, {})).items.map((row) => row.id)
    expect(seen).toEqual([global.id, mine.id])
    await expect(
      getSilence(fresh.db, operator.actor, mine.id, 'maintenance'),
    ).rejects.toMatchObject({ code: 'not_found' })
    for (const made of [mine, global, other]) {
      if (made) await deleteSilence(admin, { kind: 'silence', silence: made.id })
    }
  })
})

describe('who may silence what', () => {
  it('an operator their own department, and no more', async () => {
    const until = await inMinutes(60)
    await expect(
      createSilence(operator, { name: 'all', until, department: null }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expectAudit(fresh.db, { action: 'silence.write', result: 'refused' })
    await expect(
      createSilence(operator, { name: 'theirs', until, projects: [orders] }),
    ).rejects.toMatchObject({ code: 'invalid_input', faults: [{ path: 'projects[0]' }] })
    const made = await createSilence(admin, { name: 'global', until })
    await expect(endSilence(operator, { kind: 'silence', silence: made.id })).rejects.toMatchObject(
      { code: 'forbidden' },
    )
    await deleteSilence(admin, { kind: 'silence', silence: made.id })
  })
})

describe('a change', () => {
  it('is audited with what was and what is, and refused when it comes too late', async () => {
    const { id } = await createSilence(admin, { name: 'before', until: await inMinutes(60) })
    await updateSilence(admin, { silence: id, name: 'after', tags: ['core'], expectedVersion: 1 })
    await expectAudit(fresh.db, {
      target: 'silence',
      operation: 'modification',
      changes: [
        { path: 'name', before: 'before', after: 'after' },
        { path: 'tags', before: [], after: ['core'] },
      ],
    })
    await expect(
      updateSilence(admin, { silence: id, name: 'late', expectedVersion: 1 }),
    ).rejects.toMatchObject({ code: 'conflict', current: { version: 2 } })
    expect(await updateSilence(admin, { silence: id, name: 'after' })).toEqual({ id, version: 2 })
    await endSilence(admin, { kind: 'silence', silence: id })
    await expectAudit(fresh.db, { operation: 'stop', targetName: 'after' })
    await expect(updateSilence(admin, { silence: id, name: 'x' })).rejects.toMatchObject({
      code: 'conflict',
    })
    await deleteSilence(admin, { kind: 'silence', silence: id })
    await expectAudit(fresh.db, { operation: 'deletion' })
    await expect(deleteSilence(admin, { kind: 'silence', silence: id })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('of a window keeps what it does not name', async () => {
    const { id } = await createMaintenanceWindow(admin, nightly)
    await updateMaintenanceWindow(admin, { silence: id, durationMinutes: 90 })
    const { schedule } = await getSilence(fresh.db, admin.actor, id)
    expect(schedule).toMatchObject({ durationMinutes: 90, rule: nightly.rule, type: 'recurring' })
    await deleteSilence(admin, { kind: 'maintenance', silence: id })
  })
})

describe('bad input is refused at its place', () => {
  it.each<[string, Record<string, unknown>]>([
    ['name', { name: ' ' }],
    ['until', { until: undefined }],
    ['until', { until: '2020-01-01T00:00:00Z' }],
    ['until', { until: '2026-13-01' }],
    ['until', { from: '2999-01-01T00:00:00Z' }],
    ['until', { until: '2999-01-01T00:00:00Z' }],
    ['tags[0]', { tags: ['two words'] }],
    ['tags', { tags: ['a', 'a'] }],
    ['tags', { tags: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] }],
    ['events[0]', { events: ['no_such_event'] }],
    ['levels[0]', { levels: ['urgent'] }],
    ['projects[0]', { projects: ['orders'] }],
    ['exceptProjects[0]', { exceptProjects: ['00000000-0000-4000-8000-000000000000'] }],
    ['departments[0]', { departments: ['00000000-0000-4000-8000-000000000000'] }],
    ['department', { department: 'no such department' }],
    ['daily.timeZone', { daily: { from: '22:00', until: '06:00', timeZone: '+08:00' } }],
    ['daily.from', { daily: { from: '24:00', until: '06:00', timeZone: 'UTC' } }],
    ['colour', { colour: 'red' }],
  ])('a silence, at %s', async (path, changes) => {
    const draft = { name: 'upgrade', until: await inMinutes(60), ...changes }
    await expect(createSilence(admin, draft as never)).rejects.toMatchObject({
      code: 'invalid_input',
      faults: [{ path }],
    })
  })

  it.each<[string, Record<string, unknown>]>([
    ['start', { start: '2026-02-30T22:00' }],
    ['start', { start: '22:00' }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['durationMinutes', { durationMinutes: 0 }],
    ['durationMinutes', { durationMinutes: 7 * 24 * 60 }],
    ['rule', { rule: 'FREQ=SECONDLY' }],
    ['rule', { rule: 'FREQ=DAILY;UNTIL=20260102' }],
    ['rule', { rule: undefined }],
  ])('a maintenance window, at %s', async (path, changes) => {
    const draft = { ...nightly, ...changes }
    await expect(createMaintenanceWindow(admin, draft as never)).rejects.toMatchObject({
      code: 'invalid_input',
      faults: [{ path }],
    })
  })
})

describe('the preview', () => {
  it('says which open alerts and how many projects a silence would cover', async () => {
    const until = await inMinutes(60)
    const all = await previewSilence(fresh.db, admin.actor, { until })
    expect(all).toMatchObject({ projects: 2, alerts: { count: 2 }, rule: null })
    expect(all.spans).toHaveLength(1)
    const one = await previewSilence(fresh.db, admin.actor, { until, projects: [orders] })
    expect(one.alerts.items).toMatchObject([{ subject: 'orders', event: 'sync_delay' }])
    const counts = async (draft: Record<string, unknown>) => {
      const { projects, alerts } = await previewSilence(fresh.db, admin.actor, { until, ...draft })
      return [projects, alerts.count]
    }
    expect(await counts({ tags: ['core'] })).toEqual([1, 1])
    expect(await counts({ exceptProjects: [orders] })).toEqual([1, 1])
    expect(await counts({ events: ['no_signal'] })).toEqual([2, 0])
    expect(await counts({ levels: ['high'] })).toEqual([1, 1])
    expect(await counts({ department: 'pay' })).toEqual([1, 1])
    expect(await counts({ departments: [pay.id], projects: [orders] })).toEqual([0, 0])
  })

  it('shows nobody more than they may see', async () => {
    const until = await inMinutes(60)
    const seen = await previewSilence(fresh.db, operator.actor, { until })
    expect(seen.alerts.items).toMatchObject([{ subject: 'ledger' }])
  })

  it('says when a window comes again, and refuses what saving would refuse', async () => {
    const { name: _, ...draft } = nightly
    const seen = await previewMaintenanceWindow(fresh.db, admin.actor, draft)
    expect(seen.spans).toHaveLength(5)
    expect(seen.rule).toEqual({ en: 'Every week on Saturday', 'zh-CN': '每周，周六' })
    await expect(
      previewMaintenanceWindow(fresh.db, admin.actor, { ...draft, rule: 'FREQ=HOURLY' }),
    ).rejects.toMatchObject({ faults: [{ path: 'rule' }] })
  })
})

describe('what holds something right now', () => {
  it('is said of a project and of an alert, with the end', async () => {
    const until = await inMinutes(60)
    const { id } = await createSilence(admin, { name: 'now', until, events: ['no_signal'] })
    await createSilence(admin, { name: 'to come', from: until, until: await inMinutes(90) })
    const [alert] = await fresh.db.sql<{ id: never }[]>`
      select id from alert where project_id = ${orders}`
    expect(await silencesOverProject(fresh.db, admin.actor, orders)).toEqual([
      {
        id,
        kind: 'silence',
        name: 'now',
        until: Date.parse(until),
        visible: true,
        events: ['no_signal'],
      },
    ])
    expect(await silencesOverAlert(fresh.db, admin.actor, alert?.id as never)).toEqual([])
    expect(await silencesOverProject(fresh.db, operator.actor, orders)).toEqual([])
  })
})

it('a maker is reminded only while a long silence of theirs hides something', async () => {
  expect(await readEndingSilences(fresh.db, admin.actor)).toEqual([])
  const { id } = await createSilence(admin, { name: 'long', until: await inMinutes(300) })
  await fresh.db.sql`
    insert into silence_hold (alert_id, silence_id, since, last_at, times)
    select id, ${id}, now(), now(), 1 from alert limit 1`
  expect(await readEndingSilences(fresh.db, admin.actor)).toEqual([])
  await fresh.clock.advance(minutes(271))
  expect(await readEndingSilences(fresh.db, admin.actor)).toMatchObject([{ id, hiding: 1 }])
  expect(await readEndingSilences(fresh.db, operator.actor)).toEqual([])
})
