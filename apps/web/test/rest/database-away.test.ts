import { readHealth } from '@highwater/db/queries'
import { afterAll, describe, expect, test } from 'vitest'
import { createDispatcher } from '../../src/server/rest/dispatch.ts'
import { operations } from '../../src/server/rest/operations/index.ts'
import { servicesAt } from './api.fixture.ts'

/** Nothing listens on the discard port. */
const services = servicesAt('postgres://nobody@127.0.0.1:9/nothing')
const dispatch = createDispatcher(operations)
afterAll(async () => {
  await services.live.close()
  await services.db.close()
})

describe('While the database is away', () => {
  test.for([
    ['GET', '/projects', undefined],
    [
      'POST',
      '/signals',
      { signals: [{ project: 'a', observedAt: '2026-01-01T00:00:00Z', state: 'running' }] },
    ],
    ['GET', '/ping/some-token', undefined],
  ] as const)(
    '%s %s answers 503 and says that nothing was changed',
    async ([method, path, body]) => {
      const response = await dispatch(
        new Request(`http://console.test/api/v1${path}`, {
          method,
          headers: { authorization: 'Bearer any-token', 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
        services,
      )
      expect(response.status).toBe(503)
      expect(response.headers.get('retry-after')).toBe('1')
      expect(await response.json()).toMatchObject({ code: 'unavailable', status: 503 })
    },
  )

  test('health says so without failing itself', async () => {
    expect(await readHealth(services.db)).toMatchObject({
      isReady: false,
      checks: { database: 'failing' },
    })
  })
})
