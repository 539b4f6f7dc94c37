import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Api, startApi } from './api.fixture.ts'

let api: Api
beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
})
afterAll(() => api.close())

const addRule = async (body: object): Promise<string> => {
  const made = await api.ask('POST', '/level-rules', { body })
  expect(made.status, made.text).toBe(201)
  return String(made.body?.id)
}

async function homeDepartment() {
  const { body } = await api.ask('GET', '/departments')
  const departments = body?.items as { id: string; name: string }[] | undefined
  return departments?.[0]
}

test('rules are added, changed, put in order and taken away', async () => {
  const core = await addRule({ tag: 'core', level: 'high' })
  const test = await addRule({ tag: 'test', level: 'none' })
  const home = await homeDepartment()
  const changed = await api.ask('PATCH', `/level-rules/${core}`, {
    body: { department: home?.name, level: 'medium', version: 1 },
  })
  expect(changed.body).toEqual({
    id: core,
    department: { id: home?.id, name: home?.name },
    tag: 'core',
    level: 'medium',
    version: 2,
  })
  const ordered = await api.ask('PUT', '/level-rules/order', { body: { rules: [test, core] } })
  expect(ordered.body?.items).toMatchObject([{ id: test }, { id: core }])
  expect((await api.ask('DELETE', `/level-rules/${test}`)).status).toBe(204)
  expect((await api.ask('GET', '/level-rules')).body?.items).toMatchObject([{ id: core }])
})

test('what the rules would change is asked for, and then done', async () => {
  await addRule({ tag: 'urgent', level: 'high' })
  const made = await api.ask('POST', '/projects', {
    body: { name: 'orders', kind: 'migration', tags: ['urgent'], protectionLevel: 'low' },
  })
  const preview = await api.ask('GET', '/level-rules/preview')
  expect(preview.body).toMatchObject({
    changing: 1,
    examples: [{ id: made.body?.id, name: 'orders', from: 'low', to: 'high' }],
    projects: 1,
    impact: { wouldClose: { count: 0 }, wouldOpen: { count: 0 } },
  })
  const applied = await api.ask('POST', '/level-rules/apply')
  expect(applied.body).toEqual({ changed: 1, unchanged: [] })
})

test('a new project of a department starts at its default level', async () => {
  const home = await homeDepartment()
  const path = `/departments/${home?.id}/protection-level`
  const set = await api.ask('PUT', path, { body: { level: 'medium' } })
  expect(set.body).toEqual({ id: home?.id, defaultLevel: 'medium' })
  const made = await api.ask('POST', '/projects', { body: { name: 'crm', kind: 'migration' } })
  expect(made.body).toMatchObject({ protectionLevel: 'medium' })
})

test('a rule for everything, an unknown department and an incomplete order are refused', async () => {
  const everything = await api.ask('POST', '/level-rules', { body: { level: 'high' } })
  expect(everything.status).toBe(422)
  const nowhere = { department: 'Nowhere', level: 'high' }
  const unknown = await api.ask('POST', '/level-rules', { body: nowhere })
  expect(unknown.body?.errors).toMatchObject([{ path: 'department' }])
  const order = await api.ask('PUT', '/level-rules/order', { body: { rules: [randomUUID()] } })
  expect(order.status).toBe(409)
})
