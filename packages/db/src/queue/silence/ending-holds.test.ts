import { type Instant, minutes, type ProjectId, seconds } from '@highwater/core'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { adminContext, aProject } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel } from '../../../testing/seed.ts'
import { setParameters } from '../../../testing/set-parameters.ts'
import { readNowFrom } from '../../client/now.ts'
import { createSilence } from '../../commands/index.ts'
import { storyOf } from '../queue.fixture.ts'
import { settleReleased } from './settle-released.ts'
import { turnSilences } from './turn-silences.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof storyOf>
let orders: ProjectId

/** An alert that repeats every few minutes, whose last repeat a silence holds, and which still fires. */
beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = storyOf(fresh)
  await setParameters(fresh.db, { noSignalAtLeastSeconds: 86_400 })
  await seedChannel(fresh.db)
  const admin = await adminContext(fresh.db)
  orders = await aProject(admin, { name: 'orders', protectionLevel: 'high' })
  await story.report(orders, 1, 1)
  await story.report(orders, 9_000, 1)
  await fresh.db.sql`update notification set state = 'delivered', next_attempt_at = null`
  const now = await readNowFrom(fresh.db.sql)
  await createSilence(admin, { name: 'upgrade', until: (now + minutes(30)) as Instant })
  await stayBehind(29)
  expect(await story.outboxOf(orders)).toEqual(['firing delivered', 'repeat suppressed silenced'])
})
afterEach(() => fresh.close())

async function stayBehind(length: number) {
  await fresh.clock.advance(minutes(length))
  await story.report(orders, 9_000, 1)
}

/** Whatever the frequency of the level. */
const repeatIsDue = () => fresh.db.sql`update alert set next_notify_at = now()`
const settle = () =>
  settleReleased(fresh.db, { limit: 100, consoleUrl: 'https://highwater.example' })

const left = async () => {
  const rows = await fresh.db.sql<{ kind: string; note: string | null }[]>`
    select kind, message ->> 'note' as note from notification
    where state not in ('suppressed', 'delivered') order by sequence`
  return rows.map(({ kind, note }) => [kind, note])
}

it.each([
  { moment: 'before its end is noticed', notice: () => Promise.resolve() },
  { moment: 'once its end is noticed', notice: () => turnSilences(fresh.db, 100) },
])(
  'a repeat that is due just when a silence is over, $moment, is told with its end, once',
  async ({ notice }) => {
    await fresh.clock.advance(minutes(1))
    await fresh.clock.advance(seconds(1))
    await notice()
    await repeatIsDue()
    await story.report(orders, 9_000, 1)
    expect(await left()).toEqual([])
    expect((await story.outboxOf(orders)).at(-1)).toBe('repeat suppressed silenced')
    await turnSilences(fresh.db, 100)
    await settle()
    expect(await left()).toEqual([['repeat', 'silence_ended']])
  },
)

it('a repeat does not wait for long where nobody tells of the end', async () => {
  await fresh.clock.advance(minutes(2.5))
  await turnSilences(fresh.db, 100)
  await fresh.clock.advance(minutes(1.1))
  await repeatIsDue()
  await story.report(orders, 9_000, 1)
  expect(await left()).toEqual([['repeat', null]])
})
