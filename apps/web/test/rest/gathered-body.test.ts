import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { largestBatch } from '../../src/intake/largest-batch.ts'
import { createDispatcher } from '../../src/server/rest/dispatch.ts'
import { operations } from '../../src/server/rest/operations/index.ts'
import { type Api, bootstrapToken, consoleUrl, startApi } from './api.fixture.ts'

const dispatch = createDispatcher(operations)
let api: Api
beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
})
afterAll(() => api.close())

const signal = { project: 'nobody', observedAt: '2026-01-31T12:00:00Z', latencySeconds: 1 }
const bodies = {
  'a batch': JSON.stringify({ signals: [signal] }),
  nothing: '',
  'no JSON': '{"signals":',
  'something else': JSON.stringify({ signals: 1 }),
  'too much': ' '.repeat(largestBatch + 1),
} as const

/** As the front door asks: the body beside the request. */
async function askBeside(body: string, token: string) {
  const request = new Request(`${consoleUrl}/api/v1/signals`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  })
  const answer = await dispatch(request, api.services, new TextEncoder().encode(body))
  return { status: answer.status, body: await answer.json() }
}

test.each(Object.entries(bodies))(
  'a body beside its request is answered as one within it: %s',
  async (_, raw) => {
    for (const token of [bootstrapToken, 'unknown']) {
      const { status, body } = await api.ask('POST', '/signals', { raw, token })
      expect(await askBeside(raw, token)).toEqual({ status, body })
    }
  },
)
