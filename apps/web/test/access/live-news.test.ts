import { revokeSession } from '@highwater/db/commands'
import { aDepartment, adminContext, aProject } from '@highwater/db/testing'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Caller } from '../../src/server/auth/identify.ts'
import { commandContext } from '../../src/server/command-context.ts'
import type { LiveNews } from '../../src/server/live-notices.ts'
import { createCaller } from '../../src/server/routers/app.ts'
import { openSessionOf } from '../open-session.fixture.ts'
import { type Api, consoleUrl, startApi } from '../rest/api.fixture.ts'

let api: Api
beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
})
afterAll(() => api.close())

const liveNewsOf = (caller: Caller) => {
  const { services } = api
  const command = commandContext(services, caller, { id: 'test', ip: null, userAgent: null })
  const headers = new Headers({ origin: consoleUrl })
  return createCaller({ services, headers, caller, command }).live.news()
}

test('Live news tell that projects have changed, and name none of another department', async () => {
  const { services } = api
  const home = await aDepartment(services.db)
  const departments = [{ id: home.id, role: 'viewer' as const }]
  const caller = await openSessionOf(services, { departments })
  const news = await liveNewsOf(caller)
  const admin = await adminContext(services.db)
  const told: string[] = []
  for await (const item of news) {
    const [, { topics }] = item as unknown as readonly [string, LiveNews]
    told.push(...topics)
    if (told.includes('projects')) break
    await aProject(admin, { department: (await aDepartment(services.db)).name })
  }
  expect(told).toContain('projects')
  expect(told.filter((topic) => topic.includes(':') || topic === 'audit')).toEqual([])
})

test('Live news refuse a page at once when its session is ended elsewhere', async () => {
  const { services } = api
  const caller = await openSessionOf(services, { role: 'user' })
  const news = (await liveNewsOf(caller))[Symbol.asyncIterator]()
  await news.next()
  const untilTheEnd = async () => {
    for (let next = await news.next(); !next.done; next = await news.next());
  }
  const ended = expect(untilTheEnd()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  if (caller.signedIn === null) throw new Error('nobody is signed in')
  const { session } = caller.signedIn
  await revokeSession(await adminContext(services.db), { session: session.id })
  await ended
})
