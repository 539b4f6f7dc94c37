import type { DepartmentId } from '@highwater/core'
import { createToken } from '@highwater/db/commands'
import { aDepartment, adminContext, contextOf } from '@highwater/db/testing'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { commandContext } from '../src/server/command-context.ts'
import { RefusalNotes } from '../src/server/refusal-notes.ts'
import { createCaller } from '../src/server/routers/app.ts'
import { openSessionOf } from './open-session.fixture.ts'
import { type Api, consoleUrl, startApi } from './rest/api.fixture.ts'

let api: Api
let department: DepartmentId
beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
  department = (await aDepartment(api.fresh.db)).id
})
afterAll(() => api.close())

const refusals = (action: string) => api.fresh.db.sql`
  select actor_type, actor_id, reason, operation, ip, after from audit_event
  where result = 'refused' and action = ${action} order by id`

const aPlainUser = () =>
  openSessionOf(api.services, { departments: [{ id: department, role: 'viewer' }] })

test('who asks for what their role does not open is written down, once however often they ask', async () => {
  const caller = await aPlainUser()
  const { services } = api
  const command = commandContext(services, caller, { id: 'test', ip: '192.0.2.3', userAgent: null })
  const procedures = createCaller({ services, headers: new Headers(), caller, command })
  for (let time = 0; time < 4; time += 1) {
    await expect(procedures.audit.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
  }
  await expect(procedures.signIn.local()).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const refused = { actor_type: 'user', reason: 'role_too_small', operation: 'access' }
  expect(await refusals('audit.read')).toMatchObject([{ ...refused, ip: '192.0.2.3' }])
  expect(await refusals('signIn.read')).toMatchObject([refused])
})

test('a program that reads past its scope, or past its owner, is written down like a person', async () => {
  const { actor } = await aPlainUser()
  const own = contextOf(api.fresh.db, actor, { sealer: api.services.sealer })
  const admin = await adminContext(api.fresh.db, api.services.sealer)
  const reading = await createToken(admin, { name: 'reads', scope: 'read' })
  const { token, id } = await createToken(own, { name: 'all', scope: 'admin' })
  for (let time = 0; time < 3; time += 1) {
    expect((await api.ask('GET', '/tokens', { token: reading.token })).status).toBe(403)
    expect((await api.ask('GET', '/sign-in-rules', { token })).status).toBe(403)
  }
  expect(await refusals('token.read')).toMatchObject([
    { actor_type: 'token', actor_id: reading.id, reason: 'scope_too_small' },
  ])
  const byProgram = (await refusals('signIn.read')).filter(({ actor_id }) => actor_id === id)
  expect(byProgram).toMatchObject([{ actor_type: 'token', reason: 'role_too_small' }])
})

test('what may not be seen is not found, and that is no refusal', async () => {
  const { actor } = await aPlainUser()
  const { token } = await createToken(
    contextOf(api.fresh.db, actor, { sealer: api.services.sealer }),
    {
      name: 'looks',
      scope: 'read',
    },
  )
  const path = '/projects/0199c0de-0000-7000-8000-000000000000'
  expect((await api.ask('GET', path, { token })).status).toBe(404)
  expect(await refusals('project.read')).toEqual([])
})

test('tokens that nobody has are written down by address, and none of them is kept', async () => {
  for (let last = 1; last <= 5; last += 1) {
    const token = `hw_made_up_${last}_of_more_than_32_characters`
    const headers = { 'x-forwarded-for': `2001:db8:1:2::${last}` }
    expect((await api.ask('GET', '/projects', { token, headers })).status).toBe(401)
  }
  const rows = (await refusals('sign_in')).filter(({ reason }) => reason === 'token_unknown')
  expect(rows).toMatchObject([{ actor_type: 'anonymous', ip: '2001:db8:1:2::1' }])
  const all = await api.fresh.db.sql`select to_jsonb(a)::text as row from audit_event a`
  expect(all.map(({ row }) => row).join()).not.toContain('hw_made_up')
})

test('when the time is over it is said how often a refusal was repeated; of a crowd nobody is named', async () => {
  const notes = new RefusalNotes(api.services.log, { windowMs: 200, most: 2 })
  const stranger = { actor: { type: 'anonymous' as const }, name: 'anonymous', signedIn: null }
  const note = (ip: string) =>
    notes.note(commandContext(api.services, stranger, { id: 'test', ip, userAgent: consoleUrl }), {
      action: 'account.setUp',
      reason: 'already_set_up',
    })
  // At once: none comes when the time of another is over already.
  await Promise.all([1, 1, 1, 2, 3, 4, 5].map((last) => note(`192.0.2.${last}`)))
  const rows = () => refusals('account.setUp')
  await expect.poll(rows).toHaveLength(5)
  const found = (await rows()).map(({ ip, after }) => [ip, after?.repeated ?? null])
  const each = [
    ['192.0.2.1', null],
    ['192.0.2.2', null],
    [null, null],
    ['192.0.2.1', 2],
    [null, 2],
  ]
  expect(found).toEqual(expect.arrayContaining(each))
  await note('192.0.2.1')
  expect(await rows()).toHaveLength(6)
})
