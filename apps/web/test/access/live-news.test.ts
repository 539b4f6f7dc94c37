import { aDepartment, adminContext, aProject } from '@highwater/db/testing'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
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

test('Live news tell that projects have changed, and name none of another department', async () => {
  const { services } = api
  const home = await aDepartment(services.db)
  const departments = [{ id: home.id, role: 'viewer' as const }]
  const caller = await openSessionOf(services, { departments })
  const command = commandContext(services, caller, { id: 'test', ip: null, userAgent: null })
  const headers = new Headers({ origin: consoleUrl })
  const news = await createCaller({ services, headers, caller, command }).live.news()
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
