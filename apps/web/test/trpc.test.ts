import type { Topic } from '@highwater/db/client'
import { adminContext, anAccount, aProject, contextOf } from '@highwater/db/testing'
import { TRPCError } from '@trpc/server'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Caller } from '../src/server/auth/identify.ts'
import { commandContext } from '../src/server/command-context.ts'
import { liveNotices } from '../src/server/live-notices.ts'
import { createCaller } from '../src/server/routers/app.ts'
import { openSessionOf } from './open-session.fixture.ts'
import { type Api, consoleUrl, startApi } from './rest/api.fixture.ts'

let api: Api
beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
})
afterAll(() => api.close())

const callerOf = (caller: Caller, headers: Record<string, string> = { origin: consoleUrl }) =>
  createCaller({
    services: api.services,
    headers: new Headers(headers),
    caller,
    command: commandContext(api.services, caller, { id: 'test', ip: null, userAgent: null }),
  })

async function refusalOf(act: Promise<unknown>): Promise<TRPCError> {
  const error = await act.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof TRPCError) return error
  throw new Error('it was not refused', { cause: error })
}

describe('The procedures', () => {
  test('let an admin create, read and change a project', async () => {
    const admin = callerOf(await openSessionOf(api.services, { role: 'admin' }))
    const { id } = await admin.project.create({ name: 'orders', kind: 'migration' })
    expect((await admin.project.page({ id })).project).toMatchObject({ id, name: 'orders' })
    await admin.project.setLevel({ project: id, level: 'high' })
    const { items } = await admin.project.list({ level: 'high' })
    expect(items.map((item) => item.id)).toContain(id)
  })

  test('want somebody who is signed in', async () => {
    const nobody = callerOf({ actor: { type: 'anonymous' }, name: 'anonymous', signedIn: null })
    expect((await refusalOf(nobody.alert.now())).code).toBe('UNAUTHORIZED')
  })

  test('take changes from the console alone', async () => {
    const person = await openSessionOf(api.services, { role: 'admin' })
    for (const headers of [{}, { origin: 'https://evil.example' }]) {
      const act = callerOf(person, headers).project.create({ name: 'orders', kind: 'migration' })
      expect((await refusalOf(act)).code).toBe('FORBIDDEN')
    }
  })

  test('map a refusal, a fault and an absence to codes of their own', async () => {
    const user = callerOf(await openSessionOf(api.services, { role: 'user' }))
    const id = await aProject(await adminContext(api.services.db))
    expect((await refusalOf(user.audit.list({}))).code).toBe('FORBIDDEN')
    expect((await refusalOf(user.project.get({ id }))).code).toBe('NOT_FOUND')
    const admin = callerOf(await openSessionOf(api.services, { role: 'admin' }))
    const bad = await refusalOf(admin.project.create({ name: '', kind: 'migration' }))
    expect(bad.code).toBe('UNPROCESSABLE_CONTENT')
    expect(bad.cause).toMatchObject({ faults: [{ path: 'name' }] })
  })

  test('refuse to search for what the database cannot hold', async () => {
    const admin = callerOf(await openSessionOf(api.services, { role: 'admin' }))
    for (const tag of ['a\u0000b', '\ud800']) {
      const bad = await refusalOf(admin.project.list({ tag }))
      expect(bad.code).toBe('UNPROCESSABLE_CONTENT')
      expect(bad.cause).toMatchObject({ faults: [{ path: 'tag' }] })
    }
  })
})

describe('Live news', () => {
  test('name what changed, in one piece, and leave out what only workers need', async () => {
    const over = new AbortController()
    const heard: Topic[] = []
    const isHeard = (topic: Topic) => topic !== 'audit'
    const listening = (async () => {
      for await (const { topics } of liveNotices(api.services.live, isHeard, over.signal)) {
        heard.push(...topics)
        if (heard.includes('projects')) over.abort()
      }
    })()
    const { actor } = await anAccount(api.services.db, { role: 'admin' })
    // The first notice may come before the listener has connected.
    while (!over.signal.aborted) {
      await aProject(contextOf(api.services.db, actor))
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    await listening
    expect(heard.some((topic) => topic.startsWith('project:'))).toBe(true)
    expect(heard).not.toContain('audit')
    expect(heard).not.toContain('evaluate')
  })

  test('begin with what changed just before, while the page was being made', async () => {
    await aProject(await adminContext(api.services.db))
    const lately = () => api.services.live.recent()
    await expect.poll(lately).toContainEqual({ topics: expect.arrayContaining(['projects']) })
    const over = new AbortController()
    const notices = liveNotices(api.services.live, () => true, over.signal)
    const { value: first } = await notices.next()
    over.abort()
    await notices.return(undefined)
    expect(first?.topics).toContain('projects')
  })
})
