import { explainReason } from '@highwater/channels/catalog'
import { type Instant, locales, minutes, type NotificationId, seconds } from '@highwater/core'
import { type SendOutcome, undeliveredReasons } from '@highwater/core/delivery'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { readNowFrom } from '../../client/now.ts'
import { getNotification } from '../../queries/index.ts'
import { admin } from '../../queries/queries.fixture.ts'
import { storyOf } from '../queue.fixture.ts'
import { type Claimed, claimNotifications } from './claim.ts'
import { settleNotifications } from './settle.ts'

/** What a damage of each class does at the first attempt and at the next, and where it ends. */
interface Story {
  /** One that does not tell repeats unless said. */
  readonly kind?: string
  readonly first: (now: Instant) => SendOutcome
  readonly next?: SendOutcome
  readonly ends: string
  readonly attempts: number
  readonly refused?: readonly string[]
}

const detailOf = (reason: string) => ({
  reason,
  httpStatus: 200,
  providerCode: null,
  providerMessage: 'in its own words',
})
const said = (kind: 'delivered' | 'transient' | 'unknown', reason: string): SendOutcome => ({
  kind,
  detail: detailOf(reason),
})
const delivered = said('delivered', 'accepted')
const lost = said('unknown', 'connection-lost')
const rejected =
  (fault: 'credentials' | 'content' | 'forbidden-address', reason: string) => (): SendOutcome => ({
    kind: 'rejected',
    fault,
    detail: detailOf(reason),
  })

const stories: Readonly<Record<string, Story>> = {
  'taken at once': { first: () => delivered, ends: 'delivered', attempts: 1 },
  'refused by one of several': {
    first: () => ({
      kind: 'partial',
      refused: ['gone@example.com'],
      detail: detailOf('some-recipients-refused'),
    }),
    ends: 'partial',
    attempts: 1,
    refused: ['gone@example.com'],
  },
  'a server that fails': {
    first: () => said('transient', 'server-error'),
    next: delivered,
    ends: 'delivered',
    attempts: 2,
  },
  'a robot that throttles': {
    first: (now) => ({
      kind: 'throttled',
      retryAt: (now + minutes(10)) as Instant,
      detail: detailOf('too-many-messages'),
    }),
    next: delivered,
    ends: 'delivered',
    attempts: 2,
  },
  'an answer that was lost': { first: () => lost, next: delivered, ends: 'delivered', attempts: 2 },
  'an answer that was lost twice': {
    first: () => lost,
    next: lost,
    ends: 'failed unknown',
    attempts: 2,
  },
  'a bad secret': {
    first: rejected('credentials', 'signature-mismatch'),
    ends: 'failed signature-mismatch',
    attempts: 1,
  },
  'too long, and shorter the second time': {
    first: rejected('content', 'too-long'),
    next: delivered,
    ends: 'delivered',
    attempts: 2,
  },
  'too long however short': {
    first: rejected('content', 'too-long'),
    next: rejected('content', 'too-long')(),
    ends: 'failed too-long',
    attempts: 2,
  },
  'an answer that was lost by a robot that knows repeats': {
    kind: 'dingtalk',
    first: () => lost,
    next: delivered,
    ends: 'delivered',
    attempts: 2,
  },
  'a forbidden place': {
    first: rejected('forbidden-address', 'forbidden-address'),
    ends: 'failed forbidden-address',
    attempts: 1,
  },
}

let fresh: FreshDatabase
/** Which story each channel tells. */
const storyAt = new Map<string, Story>()
const claims = new Map<NotificationId, Claimed[]>()

const claimAll = async (): Promise<readonly Claimed[]> => {
  const { claimed } = await claimNotifications(fresh.db, {
    worker: 'w',
    limit: 100,
    perChannel: 50,
    busyChannels: [],
    lease: seconds(30),
    rulesOf: () => [],
    consoleUrl: 'https://highwater.example',
  })
  for (const each of claimed) claims.set(each.id, [...(claims.get(each.id) ?? []), each])
  return claimed
}

const settleAll = async (outcomeOf: (story: Story) => SendOutcome) => {
  const attempts = (await claimAll()).map((claimed) => {
    const story = storyAt.get(claimed.channelId ?? '')
    if (story === undefined) throw new Error('A channel without a story.')
    return { claimed, outcome: outcomeOf(story), worker: 'w', durationMs: 12, jitter: 0.5 }
  })
  await settleNotifications(fresh.db, attempts)
}

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  for (const [name, story] of Object.entries(stories)) {
    const { kind = 'slack' } = story
    storyAt.set(await seedChannel(fresh.db, { kind, secrets: { webhook: name } }), story)
  }
  const { report } = storyOf(fresh)
  const project = await seedProject(fresh.db)
  await report(project, 1, 2)
  await report(project, 90, 1)
  const now = await readNowFrom(fresh.db.sql)
  await settleAll(({ first }) => first(now))
  // Nobody looks at the project meanwhile: what is sent now is what was lost before.
  for (const pause of [seconds(30), minutes(11)]) {
    await fresh.clock.advance(pause)
    await settleAll(({ next }) => {
      if (next === undefined) throw new Error('A message that has ended was sent again.')
      return next
    })
  }
})
afterAll(() => fresh.close())

const toldBy = async (story: Story) => {
  const [found] = [...claims].filter(([, [first]]) => storyAt.get(first?.channelId ?? '') === story)
  if (found === undefined) throw new Error('Nothing was sent to this channel.')
  const [id, sent] = found
  return { shown: await getNotification(fresh.db, admin, id), sent }
}

test.each(Object.entries(stories))('%s: the message ends where it must', async (_name, story) => {
  const { shown } = await toldBy(story)
  expect([shown.state, shown.reason].filter(Boolean).join(' ')).toBe(story.ends)
  expect(shown.attempts).toHaveLength(story.attempts)
  expect(shown.attempts.flatMap(({ refused }) => refused)).toEqual(story.refused ?? [])
})

test.each(Object.entries(stories))('%s: its page says what happened', async (_name, story) => {
  const { shown } = await toldBy(story)
  const ours: readonly string[] = undeliveredReasons
  const reasons = [shown.reason ?? 'accepted', ...shown.attempts.map(({ reason }) => reason)]
  for (const reason of reasons.filter((each) => !ours.includes(each))) {
    expect(explainReason(reason)).not.toBe(explainReason('unexpected'))
    for (const locale of locales) expect(explainReason(reason).sentence[locale]).not.toBe('')
  }
})

test('a message of which nobody knows is sent once more, as what it is: the same one', async () => {
  for (const story of Object.values(stories)) {
    const { sent, shown } = await toldBy(story)
    expect(sent.length).toBeLessThanOrEqual(2)
    expect(new Set(sent.map(({ message }) => message.shortId)).size).toBe(1)
    const [, again] = sent
    const isUnsure = shown.attempts[0]?.outcome === 'unknown'
    if (again !== undefined) expect(again.mayBeDuplicate).toBe(isUnsure)
  }
})

test('nothing is lost: every message is settled and nothing waits', async () => {
  const rows = await fresh.db.sql`
    select state, count(*)::int as count from notification where kind = 'firing' group by state order by state`
  expect(Object.fromEntries(rows.map(({ state, count }) => [state, count]))).toEqual({
    delivered: 6,
    failed: 4,
    partial: 1,
  })
})
