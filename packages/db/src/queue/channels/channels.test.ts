import { type ChannelId, seconds } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { adminContext, anAccount } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel } from '../../../testing/seed.ts'
import { readNowFrom } from '../../client/now.ts'
import { switchChannelKindOff } from '../../commands/channel-kind/switch-channel-kind.ts'
import { noteChannelHealth } from '../deliver/channel-health.ts'
import { openMailboxes } from '../outbox/open-mailboxes.ts'
import { storyOf } from '../queue.fixture.ts'
import { thingAlertsOf } from '../standing/things.fixture.ts'
import { watchChannels } from './watch-channels.ts'

let fresh: FreshDatabase
let alerts: ReturnType<typeof thingAlertsOf>
let channel: ChannelId
let other: ChannelId

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  alerts = thingAlertsOf(fresh.db)
  channel = await seedChannel(fresh.db)
  other = await seedChannel(fresh.db)
})
afterEach(() => fresh.close())

const detail = {
  reason: 'connect-refused',
  httpStatus: null,
  providerCode: null,
  providerMessage: null,
}
const refusedContent: SendOutcome = { kind: 'rejected', fault: 'content', detail }
const refusedToken: SendOutcome = { kind: 'rejected', fault: 'credentials', detail }
const throttled: SendOutcome = { kind: 'throttled', retryAt: null, detail }
const noAnswer: SendOutcome = { kind: 'transient', detail }
const delivered: SendOutcome = { kind: 'delivered', detail }

const watch = () => watchChannels(fresh.db, { limit: 100, consoleUrl: 'https://highwater.example' })

/** Attempts ten seconds apart, each noted as a settled one is. */
async function attempt(...outcomes: readonly SendOutcome[]) {
  for (const outcome of outcomes) {
    await fresh.clock.advance(seconds(10))
    const now = await readNowFrom(fresh.db.sql)
    const [row] = await fresh.db.sql<
      { kind: string }[]
    >`select kind from channel where id = ${channel}`
    const claimed = {
      channelId: channel,
      channelKind: row?.kind ?? '',
      testId: null,
      claimedAt: now,
    }
    const step =
      outcome.kind === 'delivered' || outcome.kind === 'partial'
        ? ({
            to: 'delivered',
            partial: outcome.kind === 'partial',
            blockChannelUntil: null,
          } as const)
        : ({
            to: 'failed',
            reason: outcome.detail.reason,
            channelNeedsAttention: false,
            blockChannelUntil: null,
          } as const)
    await fresh.db.sql.begin((tx) =>
      noteChannelHealth(tx, [{ claimed, outcome, step, now, jitter: 0.5 }]),
    )
    await watch()
  }
}
const times = (count: number, outcome: SendOutcome) => Array.from({ length: count }, () => outcome)

describe('a channel that reaches some of its recipients', () => {
  const partly: SendOutcome = { kind: 'partial', refused: ['a@example.com'], detail }
  const standing = async () => {
    const [row] = await fresh.db.sql`
      select health, health_reason, refused from channel where id = ${channel}`
    return row
  }

  test('says whom it does not reach until a message reaches everybody', async () => {
    await attempt(partly)
    const warned = { health: 'working', health_reason: detail.reason, refused: ['a@example.com'] }
    expect(await standing()).toEqual(warned)
    await attempt(noAnswer)
    expect(await standing()).toMatchObject({ refused: ['a@example.com'] })
    await attempt(delivered)
    expect(await standing()).toEqual({ health: 'working', health_reason: null, refused: [] })
  })
})

test('a channel that delivers keeps the advice of its last message until one comes without', async () => {
  const reasonOf = async () => {
    const [row] = await fresh.db
      .sql`select health, health_reason from channel where id = ${channel}`
    return row
  }
  await attempt({ kind: 'delivered', detail: { ...detail, reason: 'chat-moved' }, advice: true })
  expect(await reasonOf()).toEqual({ health: 'working', health_reason: 'chat-moved' })
  await attempt(delivered)
  expect(await reasonOf()).toEqual({ health: 'working', health_reason: null })
})

test('why a channel fails stays, whatever else keeps messages from it meanwhile', async () => {
  const reasonOf = async () => {
    const [row] = await fresh.db.sql`select health_reason as why from channel where id = ${channel}`
    return row?.why
  }
  const late: SendOutcome = { kind: 'unknown', detail: { ...detail, reason: 'answer-timeout' } }
  const busy = { ...detail, reason: 'no-free-connection' }
  const noConnection: SendOutcome = { kind: 'transient', detail: busy, ofOurs: true }
  await attempt(noConnection)
  expect(await reasonOf()).toBe('no-free-connection')
  await attempt(...times(14, late).flatMap((each) => [each, noConnection]))
  expect(await reasonOf()).toBe('answer-timeout')
  const told = await fresh.db.sql`select event, detail from alert`
  expect(told).toEqual([{ event: 'channel_down', detail: 'answer-timeout' }])
})

test('A channel that comes and goes for an hour is told of now and then, all the time', async () => {
  for (let turn = 0; turn < 24; turn += 1) {
    await attempt(...times(14, noAnswer), delivered)
    await storyOf(fresh).deliver()
  }
  expect(await alerts.told('channel_down')).toEqual([
    ...['firing', 'resolved', 'firing', 'resolved', 'firing'],
    ...['repeat', 'repeat', 'repeat', 'repeat'],
  ])
  expect(Math.max(...(await alerts.pauses('channel_down')))).toBeLessThan(13)
  expect(new Set((await alerts.timeline('channel_down')).slice(8))).toEqual(
    new Set(['recover: flapping', 'relapse: flapping', 'repeat']),
  )
})

describe('a channel that fails', () => {
  test('five times in a row and for two minutes is down', async () => {
    await attempt(...times(5, noAnswer))
    await fresh.clock.advance(seconds(79))
    await watch()
    expect(await alerts.list()).toEqual([])
    await fresh.clock.advance(seconds(2))
    await watch()
    expect(await alerts.list()).toEqual(['channel_down firing'])
  })

  test('is not down after four failures, however long ago they began', async () => {
    await attempt(...times(4, noAnswer))
    await fresh.clock.advance(seconds(3_600))
    await watch()
    expect(await alerts.list()).toEqual([])
    await attempt(noAnswer)
    expect(await alerts.list()).toEqual(['channel_down firing'])
  })

  test('begins anew with each message that arrives', async () => {
    await attempt(...times(4, noAnswer), delivered, ...times(4, noAnswer))
    await fresh.clock.advance(seconds(300))
    await watch()
    expect(await alerts.list()).toEqual([])
  })

  test('is down by refused credentials, not by throttling or a message that is refused', async () => {
    await attempt(...times(20, throttled), ...times(20, refusedContent))
    expect(await alerts.list()).toEqual([])
    await attempt(...times(13, refusedToken))
    expect(await alerts.list()).toEqual(['channel_down firing'])
  })

  test('is told through the others, and they hear when it delivers again', async () => {
    await attempt(...times(14, noAnswer))
    await attempt(delivered)
    expect(await alerts.timeline('channel_down')).toEqual(['fire', 'close: recovered'])
    const told = await fresh.db.sql`
      select n.channel_id, n.kind, n.state, n.reason from notification n
      order by n.sequence`
    expect(told).toContainEqual({
      channel_id: other,
      kind: 'firing',
      state: 'superseded',
      reason: 'superseded',
    })
    expect(told).toContainEqual({
      channel_id: other,
      kind: 'resolved',
      state: 'pending',
      reason: null,
    })
    const own = told.filter((row) => row.channel_id === channel)
    expect(own.map((row) => row.reason)).toEqual(['channel_is_down', 'channel_is_down'])
  })

  test('is told again by the frequency', async () => {
    await attempt(...times(13, noAnswer))
    await fresh.clock.advance(seconds(181))
    await watch()
    expect(await alerts.timeline('channel_down')).toEqual(['fire', 'repeat'])
  })

  test('takes its alert with it when it is switched off', async () => {
    await attempt(...times(14, noAnswer))
    await fresh.db.sql`update channel set enabled = false, due_at = now() where id = ${channel}`
    await fresh.clock.advance(seconds(1))
    await watch()
    expect(await alerts.list()).toEqual(['channel_down object_removed'])
  })
})

test('mail that reaches no person’s mailbox counts against the channel that carries it', async () => {
  const mail = await seedChannel(fresh.db, { kind: 'email' })
  await fresh.db.sql`update installation set mail_channel_id = ${mail}`
  const { actor } = await anAccount(fresh.db)
  await openMailboxes(fresh.db.sql, [actor.id], await readNowFrom(fresh.db.sql))
  const [mailbox] = await fresh.db.sql<{ id: ChannelId }[]>`
    select id from channel where person_id = ${actor.id}`
  channel = mailbox?.id ?? channel
  await attempt(...times(5, noAnswer))
  await fresh.clock.advance(seconds(300))
  await watch()
  expect(await alerts.list()).toEqual(['channel_down firing'])
  const [down] = await fresh.db.sql`select channel_id from alert`
  expect(down).toEqual({ channel_id: mail })
  await attempt(delivered)
  expect(await alerts.list()).toEqual(['channel_down recovered'])
})

test('nobody goes on hearing that a channel is down whose kind is switched off', async () => {
  await attempt(...times(5, noAnswer))
  await fresh.clock.advance(seconds(300))
  await watch()
  expect(await alerts.list()).toEqual(['channel_down firing'])
  await switchChannelKindOff(await adminContext(fresh.db), { kind: 'dingtalk' })
  await watch()
  expect(await alerts.list()).toEqual(['channel_down object_removed'])
})
