import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { operations } from '../../src/server/rest/operations/index.ts'
import { type Answer, type Api, startApi } from './api.fixture.ts'

let api: Api
beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
})
afterAll(() => api.close())

test('every list takes a limit and a cursor, and has 50 rows a page unless told', async () => {
  const lists = operations.filter(({ method, id }) => method === 'GET' && id.startsWith('list'))
  const unpaged = lists.filter(({ query }) => !('limit' in (query?.shape ?? {})))
  // All parameters are one sheet, with one version.
  expect(unpaged.map(({ path }) => path)).toEqual(['/parameters'])
  for (let number = 1; number <= 51; number += 1) {
    await api.ask('POST', '/departments', { body: { name: `Department ${number}` } })
  }
  const first = await api.ask('GET', '/departments')
  expect(first.body?.items).toHaveLength(50)
  const rest = await api.ask('GET', `/departments?limit=200&cursor=${first.body?.nextCursor}`)
  expect(rest.body).toMatchObject({ items: [{}, {}], nextCursor: null })
  const itemsOf = ({ body }: Answer) => (body?.items ?? []) as readonly { readonly name: string }[]
  const names = [first, rest].flatMap(itemsOf).map(({ name }) => name)
  expect(new Set(names).size).toBe(52)
})

test('a limit that is no number is said to be none', async () => {
  const { status, body } = await api.ask('GET', '/projects?limit=many')
  expect(status).toBe(422)
  expect(body?.errors).toEqual([{ path: 'limit', message: 'Write a whole number.' }])
})
