import type { ProjectId } from '@highwater/core'
import { createToken } from '@highwater/db/commands'
import { adminContext, anAccount, aProject, storyOf } from '@highwater/db/testing'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { commandContext } from '../../src/server/command-context.ts'
import { createDispatcher } from '../../src/server/rest/dispatch.ts'
import { operations } from '../../src/server/rest/operations/index.ts'
import { openSessionOf } from '../open-session.fixture.ts'
import { type Api, consoleUrl, startApi } from './api.fixture.ts'

let api: Api
let alert: string
let project: ProjectId

const name = '=SUM(A1) "orders", 订单'

beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
  const { db } = api.fresh
  project = await aProject(await adminContext(db), { name, protectionLevel: 'high' })
  const story = storyOf(api.fresh)
  await story.report(project, 5, 3)
  await story.report(project, 412, 2)
  const [row] = await db.sql`select id from alert where project_id = ${project}`
  alert = String(row?.id)
})
afterAll(() => api.close())

const act = (action: string, body: unknown) =>
  api.ask('POST', `/alerts/${alert}/${action}`, { body })

test('What people do with an alert is answered with the alert as it is then', async () => {
  const wang = await anAccount(api.fresh.db)
  const assigned = await act('assign', { assignee: wang.email })
  expect(assigned.body).toMatchObject({ assignee: { id: wang.actor.id, name: wang.email } })
  const snoozed = await act('snooze', { minutes: 20 })
  expect(snoozed.body).toMatchObject({ snoozedUntil: expect.stringMatching(/Z$/) })
  expect((await act('unsnooze', {})).body).toMatchObject({ snoozedUntil: null })
  const remarked = await act('comment', { text: 'Restarted the target.' })
  expect(remarked.body).toMatchObject({
    timeline: expect.arrayContaining([
      expect.objectContaining({ type: 'comment', detail: { text: 'Restarted the target.' } }),
    ]),
  })
})

test('An alert that was closed by hand says by whom and why, and takes no second closing', async () => {
  const closed = await act('close', { reason: 'a known rebuild' })
  expect(closed.body).toMatchObject({
    state: 'closed',
    closeReason: 'closed_by_person',
    closeNote: 'a known rebuild',
    closedBy: expect.any(String),
  })
  expect(await act('close', { reason: 'again' })).toMatchObject({ status: 409 })
})

test('An export holds every alert of the filter, and no cell that a spreadsheet would run', async () => {
  const { status, headers, text } = await api.ask('GET', `/alerts/export?project=${project}`)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const [heading, row, end] = text.split('\r\n')
  expect(heading).toContain('Id,Event,Subject,Level,State')
  expect(row).toContain(`"'=SUM(A1) ""orders"", 订单"`)
  expect(end).toBe('')
})

test('An export in Chinese has Chinese headings and words', async () => {
  const { text } = await api.ask('GET', `/alerts/export?project=${project}&locale=zh-CN`)
  expect(text).toContain('编号,事件,对象,保护级别,状态')
  expect(text).toContain('同步')
})

const multiply = (from: number, to: number) =>
  api.fresh.db.sql`
    with closed as (
      insert into alert (id, scope, event, condition, severity, project_id, department_id, subject,
        level, state, since, opened_at, threshold_ms, closed_at, close_reason)
      select gen_random_uuid(), scope, event, condition, severity, project_id, department_id, subject,
        level, 'closed', since, opened_at - n * interval '1 second', threshold_ms, closed_at,
        close_reason
      from alert, generate_series(${from}::int, ${to}::int) n where id = ${alert} returning id, opened_at, closed_at
    )
    insert into alert_sending (alert_id, status, opened_at, closed_at)
    select id, 'successful', opened_at, closed_at from closed`

test('An export longer than one portion is whole, and the audit says who took it', async () => {
  await multiply(1, 450)
  const { text } = await api.ask('GET', '/alerts/export?event=sync_delay')
  expect(text.trim().split('\r\n')).toHaveLength(1 + 451)
  const audit = await api.ask('GET', '/audit-events?target=alert&operation=access')
  expect(audit.body?.items).toContainEqual(
    expect.objectContaining({
      action: 'alert.export',
      changes: [{ path: 'filter', before: null, after: { event: 'sync_delay' } }],
    }),
  )
})

test.each([
  ['the token is revoked', 'update api_token set revoked_at = now() where id = $1'],
  [
    'its person may do less',
    `update account set role = 'user' where id = (select user_id from api_token where id = $1)`,
  ],
])('An export that is read slowly breaks off when %s', async (_, statement) => {
  const { services, fresh } = api
  // Far more than what is under way between the database and a reader.
  await multiply(451, 3_000)
  const { actor, name } = await openSessionOf(services, { role: 'admin' })
  const origin = { id: 'test', ip: null, userAgent: null }
  const caller = { actor, name, signedIn: null }
  const { id, token } = await createToken(commandContext(services, caller, origin), {
    name: 'export',
    scope: 'read',
  })
  const request = new Request(`${consoleUrl}/api/v1/alerts/export?event=sync_delay`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const reader = (await createDispatcher(operations)(request, services)).body?.getReader()
  const read: string[] = []
  const rest = async () => {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      read.push(new TextDecoder().decode(part.value))
    }
  }
  await reader?.read()
  await fresh.db.sql.unsafe(statement, [id])
  await expect(rest()).rejects.toThrow()
  expect(read.join('').split('\r\n').length).toBeLessThan(2_000)
})

test('A filter that does not exist is refused before anything is written', async () => {
  expect(await api.ask('GET', '/alerts/export?colour=red')).toMatchObject({ status: 422 })
})
