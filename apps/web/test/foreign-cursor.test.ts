import { adminContext, aProject } from '@highwater/db/testing'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { readAtCursor } from '../src/list/read-at-cursor.ts'
import { commandContext } from '../src/server/command-context.ts'
import { createCaller } from '../src/server/routers/app.ts'
import { openSessionOf } from './open-session.fixture.ts'
import { type Api, startApi } from './rest/api.fixture.ts'

let api: Api
let console: ReturnType<typeof createCaller>
beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
  const admin = await openSessionOf(api.services, { role: 'admin' })
  console = createCaller({
    services: api.services,
    headers: new Headers(),
    caller: admin,
    command: commandContext(api.services, admin, { id: 'test', ip: null, userAgent: null }),
  })
})
afterAll(() => api.close())

const tooLong = 'x'.repeat(3_000)

describe.each(['alert', 'audit', 'channel', 'delivery', 'project', 'silence'] as const)(
  'The list of %ss',
  (list) => {
    test('begins at its start where the cursor of its address is none', async () => {
      for (const cursor of ['abc', 'WyJub25lIiwxXQ', '\u0000', tooLong]) {
        const read = await readAtCursor<unknown>(cursor, (place) => console[list].list(place))
        expect(read).toEqual({ page: await console[list].list({}), cursor: undefined })
      }
    })
  },
)

test('the versions of the levels begin with the newest where the cursor is none', async () => {
  const read = await readAtCursor('abc', (place) => console.policy.versions(place))
  expect(read).toEqual({ page: await console.policy.versions({}), cursor: undefined })
})

test('a cursor of this very list leads to its next page', async () => {
  const context = await adminContext(api.services.db)
  await aProject(context)
  await aProject(context)
  const asked = { limit: 1, sort: 'name' } as const
  const { nextCursor } = await console.project.list(asked)
  const next = await readAtCursor(nextCursor ?? '', (place) =>
    console.project.list({ ...asked, ...place }),
  )
  expect(next.cursor).toBe(nextCursor)
  expect(next.page).not.toEqual(await console.project.list(asked))
})

test('any other fault of an address stays one', async () => {
  const read = readAtCursor('abc', (place) => console.audit.list({ ...place, limit: 0 }))
  await expect(read).rejects.toMatchObject({ code: 'UNPROCESSABLE_CONTENT' })
})
