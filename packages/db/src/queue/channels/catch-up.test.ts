import { type ChannelId, type ProjectId, seconds } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { adminContext } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { probeChannel } from '../../commands/channel/probe-channel.ts'
import { type Claimed, claimNotifications } from '../deliver/claim.ts'
import { settleNotifications } from '../deliver/settle.ts'
import { storyOf } from '../queue.fixture.ts'
import { catchUpChannels } from './catch-up.ts'

const consoleUrl = 'https://highwater.example'
let fresh: FreshDatabase
let story: ReturnType<typeof storyOf>
let channel: ChannelId
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = storyOf(fresh)
  channel = await seedChannel(fresh.db)
})
afterAll(() => fresh.close())

const claim = async () => {
  const { claimed } = await claimNotifications(fresh.db, {
    worker: 'w',
    limit: 100,
    perChannel: 50,
    busyChannels: [],
    lease: seconds(30),
    consoleUrl,
    rulesOf: () => [],
  })
  return claimed
}
const settle = (claimed: readonly Claimed[], kind: 'delivered' | 'transient') => {
  const detail = { reason: kind, httpStatus: null, providerCode: null, providerMessage: null }
  const outcome: SendOutcome = { kind, detail }
  const each = claimed.map((one) => ({
    claimed: one,
    outcome,
    worker: 'w',
    durationMs: 1,
    jitter: 0.5,
  }))
  return settleNotifications(fresh.db, each)
}
const breaker = async () => {
  const [row] = await fresh.db.sql`
    select failures, breaker_opened_at is not null as open, catch_up_since is not null as behind
    from channel where id = ${channel}`
  return row
}

/** Behind for a while, and caught up again where it says so. */
async function trouble(isOver: boolean): Promise<ProjectId> {
  const project = await seedProject(fresh.db)
  await story.report(project, 1, 2)
  await story.report(project, 90, 2)
  if (isOver) await story.report(project, 1, 8)
  return project
}

test('five failures in a row leave one probe at a time, however many workers ask', async () => {
  await trouble(false)
  for (let failure = 1; failure <= 5; failure += 1) {
    await fresh.clock.advance(seconds(900))
    await settle(await claim(), 'transient')
  }
  expect(await breaker()).toEqual({ failures: 5, open: true, behind: false })
  await trouble(true)
  await trouble(false)
  await fresh.clock.advance(seconds(900))
  const asked = await Promise.all([claim(), claim(), claim()])
  expect(asked.flat()).toHaveLength(1)
  await settle(asked.flat(), 'transient')
  expect(await claim()).toEqual([])
})

test('somebody who has mended it need not wait for the next probe', async () => {
  const admin = await adminContext(fresh.db)
  expect((await probeChannel(admin, { channel })).waiting).toBeGreaterThan(1)
  const probe = await claim()
  expect(probe).toHaveLength(1)
  // It is old news, and says so; what is sent is what the ledger keeps.
  const withheld = { from: expect.any(Number), to: probe[0]?.claimedAt, others: 0 }
  expect(probe[0]?.message).toMatchObject({ withheld })
  const [kept] = await fresh.db.sql`
    select message -> 'withheld' as withheld from notification where id = ${probe[0]?.id ?? null}`
  expect(kept).toEqual({ withheld })
  await expect(probeChannel(admin, { channel })).rejects.toMatchObject({ code: 'conflict' })
  await settle(probe, 'delivered')
  expect(await breaker()).toEqual({ failures: 0, open: false, behind: true })
  await expect(probeChannel(admin, { channel })).rejects.toMatchObject({ code: 'conflict' })
})

test('what waited is put in order first, and then each alert is told once, as it stands now', async () => {
  expect(await claim()).toEqual([])
  expect(await catchUpChannels(fresh.db, { consoleUrl })).toMatchObject({ more: true })
  expect(await catchUpChannels(fresh.db, { consoleUrl })).toEqual({ taken: 0, more: false })
  const told = await claim()
  expect(new Set(told.map(({ alertId }) => alertId)).size).toBe(told.length)
  const kinds = told.map(
    ({ message }) => `${message.kind} ${'note' in message ? message.note : ''}`,
  )
  expect(kinds).toContain('resolved first_news_of_a_closed_alert')
  for (const { message } of told) {
    expect(message).toMatchObject({
      withheld: { from: expect.any(Number), to: expect.any(Number) },
    })
  }
})

test('a digest of what came and went unwatched is left as it is, however many alerts it names', async () => {
  await settle(await claim(), 'delivered')
  for (let count = 0; count < 6; count += 1) await trouble(true)
  await fresh.db.sql`
    update notification set state = 'delivered', next_attempt_at = null, settled_at = now()
    where state in ('pending', 'retrying')`
  await fresh.db.sql`
    with gap as (
      insert into digest (id, channel_id, why, locale, opened_at, due_at, closed_at)
      values (gen_random_uuid(), ${channel}, 'gap', 'en', now(), now(), now()) returning id
    ), named as (
      insert into notification (id, alert_id, channel_id, kind, state, reason, digest_id, locale,
        priority, created_at, settled_at, dedupe_key)
      select gen_random_uuid(), a.id, ${channel}, 'firing', 'suppressed', 'found_after_gap', gap.id,
        'en', 2, now(), now(), 'gap ' || a.id
      from alert a, gap
    )
    insert into notification (id, channel_id, kind, state, digest_id, locale, priority, created_at,
      next_attempt_at, deadline, dedupe_key)
    select gen_random_uuid(), ${channel}, 'digest', 'pending', id, 'en', 2, now(), now(),
      now() + interval '1 day', 'gap'
    from gap`
  await fresh.db.sql`update channel set catch_up_since = now() where id = ${channel}`
  await catchUpChannels(fresh.db, { consoleUrl })
  expect(await breaker()).toMatchObject({ behind: false })
  expect(await claim()).toMatchObject([{ kind: 'digest' }])
})
