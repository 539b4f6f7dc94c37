import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Api, startApi } from './api.fixture.ts'

let api: Api
beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
})
afterAll(() => api.close())

test.for(['/sources', '/channels'])(
  '%s refuses a kind that there is not, and says so once',
  async (path) => {
    const body = { name: 'orders', kind: 'carrier-pigeon', config: {}, secrets: {} }
    const answer = await api.ask('POST', path, { body })
    expect(answer.status).toBe(422)
    expect(answer.body?.errors).toEqual([
      { path: 'kind', message: expect.stringMatching(/^Use one of /) },
    ])
  },
)
