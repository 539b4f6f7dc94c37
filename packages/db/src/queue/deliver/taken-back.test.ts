import { type Instant, minutes, type ProjectId, seconds } from '@highwater/core'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { adminContext } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { countWaiting } from '../../../testing/standing-still.ts'
import { readNowFrom } from '../../client/now.ts'
import {
  type CommandContext,
  createSilence,
  deleteProject,
  endSilence,
  setProjectLevel,
} from '../../commands/index.ts'
import { routingStoryOf } from '../outbox/routing.fixture.ts'
import { holdUnsent } from '../silence/hold-unsent.ts'
import { settleReleased } from '../silence/settle-released.ts'
import { turnSilences } from '../silence/turn-silences.ts'
import type { Claimed } from './claim.ts'
import { deliveryStoryOf, outcome } from './deliver.fixture.ts'
import { reapExpiredLeases } from './reap.ts'

const consoleUrl = 'https://highwater.example'
let fresh: FreshDatabase
let admin: CommandContext
let story: ReturnType<typeof routingStoryOf>
let delivery: ReturnType<typeof deliveryStoryOf>
let project: ProjectId
/** The first message of its alert, which a worker is sending. */
let sending: Claimed | undefined

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
  story = routingStoryOf(fresh)
  delivery = deliveryStoryOf(fresh)
  await seedChannel(fresh.db)
  project = await seedProject(fresh.db)
  await story.breach([project])
  sending = (await delivery.claim())[0]
})
afterEach(() => fresh.close())

const recover = () => story.keepReporting([[project, 1]], 8)
const fallBehind = () => story.keepReporting([[project, 90]], 1)
const status = async () => (await fresh.db.sql`select status from alert_sending`)[0]?.status

/** What the worker's cycle does about silences. */
async function turn() {
  await holdUnsent(fresh.db, { consoleUrl })
  await turnSilences(fresh.db, 100)
  await settleReleased(fresh.db, { limit: 100, consoleUrl })
}
async function silence() {
  const until = ((await readNowFrom(fresh.db.sql)) + minutes(30)) as Instant
  const { id } = await createSilence(admin, { name: 'upgrade', until })
  await turn()
  return id
}
/** The worker that was sending dies, and another one takes over. */
async function die() {
  await fresh.clock.advance(seconds(31))
  const options = { jitter: () => 0.5, lease: seconds(30), host: 'other', consoleUrl }
  expect(await reapExpiredLeases(fresh.db, options)).toBe(1)
}
/** Everything that still leaves, each with its note. */
async function told(): Promise<string[]> {
  await fresh.clock.advance(minutes(1))
  const messages: string[] = []
  for (let [next] = await delivery.claim(); next; [next] = await delivery.claim()) {
    const { message } = next
    messages.push(
      [message.kind, 'note' in message ? message.note : null].filter(Boolean).join(': '),
    )
    await delivery.settle(next, outcome('delivered'))
  }
  return messages
}

describe('a first message that fails while it is taken back', () => {
  test('is not tried again during a silence, and is told when that ends', async () => {
    await silence()
    await delivery.settle(sending, outcome('transient'))
    expect(await told()).toEqual([])
    expect(await story.outboxOf(project)).toEqual(['firing suppressed silenced'])
    expect(await fresh.db.sql`select reason_detail ->> 'name' as name from notification`).toEqual([
      { name: 'upgrade' },
    ])
    expect(await status()).toBe('suppressed')
    await fresh.clock.advance(minutes(30))
    await turn()
    expect(await told()).toEqual(['firing: silence_ended'])
  })

  test('is tried again where the silence ended meanwhile', async () => {
    await endSilence(admin, { kind: 'silence', silence: await silence() })
    await turn()
    await delivery.settle(sending, outcome('transient'))
    expect(await told()).toEqual(['firing', 'repeat: silence_ended'])
  })

  test('is not tried again after the protection was removed, and its end is told to nobody', async () => {
    await setProjectLevel(admin, { project, level: 'none' })
    await story.evaluate()
    await delivery.settle(sending, outcome('transient'))
    expect(await told()).toEqual([])
    expect(await story.outboxOf(project)).toEqual([
      'firing cancelled protection_removed',
      'resolved suppressed never_told_here',
    ])
  })

  test('is replaced by the end of its alert, which is the first news', async () => {
    await recover()
    await delivery.settle(sending, outcome('transient'))
    expect((await story.outboxOf(project))[0]).toBe('firing superseded superseded')
    expect(await status()).toBe('pending')
    expect(await told()).toEqual(['resolved: first_news_of_a_closed_alert'])
  })

  test('is replaced by the one of an alert that is back', async () => {
    await recover()
    await fallBehind()
    await delivery.settle(sending, outcome('transient'))
    expect(await told()).toEqual(['firing: reopened'])
  })

  test('during a silence takes the end of its alert along', async () => {
    await silence()
    await recover()
    await delivery.settle(sending, outcome('transient'))
    expect(await told()).toEqual([])
    expect(await story.outboxOf(project)).toEqual([
      'firing suppressed silenced',
      'resolved suppressed never_told_here',
    ])
  })
})

describe('a first message that may have arrived while it was taken back', () => {
  test('is not sent once more, and its end follows as an end', async () => {
    await recover()
    await delivery.settle(sending, outcome('unknown'))
    expect(await told()).toEqual(['resolved'])
  })

  test('is not sent once more by whoever takes over from a dead worker', async () => {
    await silence()
    await die()
    expect(await told()).toEqual([])
    expect(await story.outboxOf(project)).toEqual(['firing suppressed silenced'])
    expect(await fresh.db.sql`select reason_detail ->> 'name' as name from notification`).toEqual([
      { name: 'upgrade' },
    ])
  })

  test('is replaced by its end though its worker died', async () => {
    await recover()
    await die()
    expect((await story.outboxOf(project))[0]).toBe('firing superseded superseded')
    expect(await told()).toEqual(['resolved'])
  })
})

test('what arrives while it is taken back has been told, and its end follows', async () => {
  await silence()
  await recover()
  await delivery.settle(sending, outcome('delivered'))
  expect(await told()).toEqual(['resolved'])
  expect(await story.outboxOf(project)).toEqual(['firing delivered', 'resolved delivered'])
  const [row] = await fresh.db.sql`
    select reason, reason_detail, withdrawn from notification where kind = 'firing'`
  expect(row).toEqual({ reason: null, reason_detail: null, withdrawn: null })
})

test('a repeat that fails is not tried again once its project is deleted', async () => {
  await delivery.settle(sending, outcome('delivered'))
  await story.keepReporting([[project, 90]], 19)
  const [repeat] = await delivery.claim()
  expect(repeat?.kind).toBe('repeat')
  await deleteProject(admin, { project })
  await delivery.settle(repeat, outcome('transient'))
  expect(await story.outboxOf(project)).toContain('repeat cancelled project_deleted')
})

test('an end that fails is not tried again once the alert is back', async () => {
  await delivery.settle(sending, outcome('delivered'))
  await recover()
  const [end] = await delivery.claim()
  expect(end?.kind).toBe('resolved')
  await fallBehind()
  await delivery.settle(end, outcome('transient'))
  expect(await told()).toEqual(['firing: reopened'])
})

test('an end that is written in the midst of the receipt is the first news as well', async () => {
  const waiting = () => countWaiting(fresh.db)
  const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>()
  const { promise: isHeld, resolve: held } = Promise.withResolvers<void>()
  const holding = fresh.db.sql.begin(async (tx) => {
    await tx`select from alert_sending for update`
    held()
    await mayGoOn
  })
  await isHeld
  const recovering = recover()
  await expect.poll(waiting).toBe(1)
  const settling = delivery.settle(sending, outcome('transient'))
  await expect.poll(waiting).toBe(2)
  goOn()
  await Promise.all([holding, recovering, settling])
  expect(await told()).toEqual(['resolved: first_news_of_a_closed_alert'])
})

test('what a worker of an older version tried again though it was taken back is tried as often as any other', async () => {
  const id = await silence()
  await fresh.db.sql`
    update notification set state = 'retrying', lease_token = null, next_attempt_at = now()`
  await endSilence(admin, { kind: 'silence', silence: id })
  await turn()
  await delivery.settle((await delivery.claim())[0], outcome('transient'))
  expect((await told())[0]).toBe('firing')
})
