import { anAccount } from '@highwater/db/testing'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Api, startApi } from './api.fixture.ts'

let api: Api
beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
})
afterAll(() => api.close())

test('A person is made reachable, put on call and named as the owner of a project', async () => {
  const { actor, email } = await anAccount(api.services.db)
  const changed = await api.ask('PATCH', `/people/${actor.id}`, {
    body: {
      mobile: '+86 13800000000',
      robots: { feishu: { secrets: { webhook: 'planted-hook-id' } } },
      version: 1,
    },
  })
  expect(changed.status, changed.text).toBe(200)
  expect(changed.body).toMatchObject({
    email,
    mobile: '13800000000',
    mail: true,
    robots: [{ kind: 'feishu', secrets: { webhook: 'set' }, lastDeliveredAt: null }],
    unreachable: null,
  })
  expect(changed.text).not.toContain('planted')
  const stale = await api.ask('PATCH', `/people/${actor.id}`, { body: { mail: false, version: 1 } })
  expect(stale.status).toBe(409)
  const people = await api.ask('GET', `/people?q=${encodeURIComponent(email)}`)
  expect(people.body?.items).toMatchObject([{ id: actor.id, version: 2 }])
  const tested = await api.ask('POST', `/people/${actor.id}/test`, { body: { kind: 'feishu' } })
  expect(tested.status, tested.text).toBe(202)

  const departments = await api.ask('GET', '/departments')
  const [home] = Array.isArray(departments.body?.items) ? departments.body.items : []
  const rota = {
    people: [actor.id],
    turns: 'weekly',
    startsOn: '2026-01-05',
    handoverHour: 9,
    timeZone: 'Asia/Shanghai',
  }
  const set = await api.ask('PUT', `/departments/${home?.id}/on-call`, { body: { rota } })
  expect(set.status, set.text).toBe(200)
  const onCall = await api.ask('GET', '/on-call')
  expect(onCall.body?.items).toMatchObject([{ rota, onCallNow: [actor.id] }])

  const made = await api.ask('POST', '/projects', {
    body: { name: 'orders', kind: 'synchronization', owner: email, maintainers: [actor.id] },
  })
  expect(made.body).toMatchObject({ owner: actor.id, maintainers: [{ id: actor.id }] })
  const levels = { high: { people: ['owner', 'on_call'] } }
  const addressing = await api.ask('POST', '/subscriptions', {
    body: { name: 'people', levels, mention: 'owner', locale: 'zh-TW' },
  })
  expect(addressing.body).toMatchObject({ levels, mention: 'owner', locale: 'zh-TW' })
  const routed = await api.ask('POST', '/routing-test', {
    body: { project: made.body?.id, level: 'high' },
  })
  expect(routed.body?.told).toMatchObject([
    { channel: { kind: 'feishu', person: { id: actor.id } }, locale: 'zh-TW' },
  ])
})

test('Who cannot be reached is named with the reason, until mail to people has a channel', async () => {
  const { actor } = await anAccount(api.services.db)
  await api.ask('POST', '/projects', {
    body: { name: 'payments', kind: 'migration', owner: actor.id },
  })
  const before = await api.ask('GET', '/reachability')
  expect(before.body?.people).toMatchObject([
    { id: actor.id, reason: 'no_mail_channel', ownedProjects: 1, onCallIn: [] },
  ])
  const mail = await api.ask('POST', '/channels', {
    body: {
      name: 'mail',
      kind: 'email',
      config: {
        host: 'mail.example.com',
        port: 465,
        security: 'tls',
        from: { address: 'highwater@example.com' },
        to: ['team@example.com'],
      },
      saveUntested: true,
    },
  })
  const named = await api.ask('PUT', '/installation/mail-channel', {
    body: { channel: mail.body?.id },
  })
  expect(named.body, named.text).toMatchObject({ mailChannel: { name: 'mail', enabled: true } })
  const written = { messageLocale: 'zh-TW', messageTimeZone: 'Asia/Taipei' }
  const changed = await api.ask('PATCH', '/installation', { body: written })
  expect(changed.body, changed.text).toMatchObject({ ...written, mailChannel: { name: 'mail' } })
  expect((await api.ask('GET', '/reachability')).body?.people).toEqual([])
  const used = await api.ask('DELETE', `/channels/${mail.body?.id}`)
  expect(used.status).toBe(409)
})

test('A program reads and changes who signs in with a password, as the console does', async () => {
  const { actor, email } = await anAccount(api.services.db, {
    role: 'admin',
    password: 'a long enough password',
  })
  const { body } = await api.ask('GET', '/local-sign-in')
  expect(body).toMatchObject({ localSignIn: true, secondFactorFor: 'nobody' })
  expect(body?.administrators).toContainEqual(
    expect.objectContaining({ id: actor.id, email, isBreakGlass: false }),
  )
  const change = (changes: object) => api.ask('PATCH', '/local-sign-in', { body: changes })
  const early = await change({ localSignIn: false, breakGlass: [actor.id] })
  expect(early).toMatchObject({ status: 422, body: { errors: [{ path: 'localSignIn' }] } })
  const changed = await change({ secondFactorFor: 'admins', breakGlass: [actor.id] })
  expect(changed).toMatchObject({ status: 200, body: { secondFactorFor: 'admins' } })
  expect(changed.body?.administrators).toContainEqual(
    expect.objectContaining({ id: actor.id, isBreakGlass: true }),
  )
  const audited = await api.ask('GET', '/audit-events?limit=1')
  expect(audited.body?.items).toMatchObject([
    { action: 'signIn.write', risk: 'urgent', targetName: 'local sign-in' },
  ])
})
