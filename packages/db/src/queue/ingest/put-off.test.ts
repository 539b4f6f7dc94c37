import { seconds } from '@highwater/core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedProject } from '../../../testing/seed.ts'
import { storyOf } from '../queue.fixture.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof storyOf>

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = storyOf(fresh)
})
afterAll(() => fresh.close())

test('a project that goes on sending is not looked at, and is at once when it falls silent', async () => {
  const project = await seedProject(fresh.db)
  await story.report(project, 1, 5)
  let looks = 0
  for (let signal = 0; signal < 30; signal += 1) {
    await fresh.clock.advance(seconds(10))
    await story.send(project, { latencySeconds: 2 })
    looks += (await story.evaluate()).taken
  }
  expect(looks).toBe(0)
  const [state] = await fresh.db.sql`
    select evaluated_at > last_signal_at - interval '1 minute' as is_fresh
    from project_state where project_id = ${project}`
  expect(state).toEqual({ is_fresh: true })
  await story.wait(seconds(59))
  expect(await story.alertsOf(project)).toEqual([])
  await story.wait(seconds(2))
  expect(await story.alertsOf(project)).toMatchObject([{ event: 'no_signal', state: 'firing' }])
})
