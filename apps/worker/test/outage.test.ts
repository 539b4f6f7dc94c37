import { startDingTalkFake } from '@highwater/channels/testing'
import { minutes } from '@highwater/core'
import { seedChannel } from '@highwater/db/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hireCrew } from './crew.ts'
import { type Stage, setStage, workerSealer } from './stage.ts'

// A robot is down for an hour in which many alerts open and most of them end (C8, C11).
let stage: Stage
let crew: ReturnType<typeof hireCrew>
let fallback: Awaited<ReturnType<typeof startDingTalkFake>>

beforeEach(async () => {
  stage = await setStage({ signed: false })
  fallback = await startDingTalkFake({ limitPerMinute: Number.POSITIVE_INFINITY })
  const { db, url } = stage.fresh
  const deputy = await seedChannel(db, {
    config: { baseUrl: fallback.url },
    secrets: { webhook: 'the-deputy' },
    sealer: workerSealer(url),
  })
  // Everything goes to the robot; its deputy hears of nothing but its being down.
  await db.sql`update channel set fallback_channel_id = ${deputy} where id <> ${deputy}`
  await db.sql`
    update subscription set levels = (
      select jsonb_object_agg(key, value || jsonb_build_object('allChannels', false, 'channels',
        (select jsonb_agg(id) from channel where id <> ${deputy})))
      from jsonb_each(levels))`
  crew = hireCrew(stage.fresh)
})
afterEach(async () => {
  await crew.leave()
  await fallback.close()
  await stage.end()
})

const step = minutes(3)

interface Hour {
  readonly projects: readonly string[]
  /** So many of the first of them catch up again before the robot does. */
  readonly ending: number
  readonly rounds: number
}

/** In which round a project falls behind: the first sixty all at once, then twenty at a time. */
const opensIn = (index: number): number => 1 + Math.max(0, Math.floor((index - 40) / 20))
const endsIn = (index: number, ending: number): number =>
  index < ending ? opensIn(index) + 2 : Number.POSITIVE_INFINITY

async function withoutRobot({ projects, ending, rounds }: Hour): Promise<void> {
  stage.robot.behave({ status: 503, body: 'down' })
  for (let round = 1; round <= rounds; round += 1) {
    const behind = projects.filter(
      (_, index) => round >= opensIn(index) && round < endsIn(index, ending),
    )
    const well = projects.filter((project) => !behind.includes(project))
    await stage.report(behind, 412)
    await stage.report(well, 1)
    await crew.after(step)
  }
  stage.robot.behave()
}

/** A quarter of an hour is the longest wait for a probe. */
async function untilTheRobotHears({ projects, ending }: Hour): Promise<void> {
  for (let waited = 0; waited < 16; waited += 1) {
    if (waited % 3 === 0) {
      await stage.report(projects.slice(0, ending), 1)
      await stage.report(projects.slice(ending), 412)
    }
    await crew.after(minutes(1))
    if (stage.robot.messages().length > 0) return
  }
  throw new Error('The robot has heard nothing within a quarter of an hour.')
}

/** What became of every alert's news, and how many attempts that took. */
async function ledger() {
  const { sql } = stage.fresh.db
  const [robot] = await sql<{ id: string }[]>`
    select id from channel where fallback_channel_id is not null`
  const id = robot?.id ?? ''
  const [told] = await sql<{ closed: number; open: number }[]>`
    select count(*) filter (where state = 'closed')::int as closed,
      count(*) filter (where state = 'firing')::int as open
    from alert a where project_id is not null and exists (
      select from notification n
      left join notification sent on sent.digest_id = n.digest_id and sent.kind = 'digest'
      where n.alert_id = a.id and n.channel_id = ${id}
        and 'delivered' in (n.state, sent.state))`
  const [waiting] = await sql<{ count: number }[]>`
    select count(*)::int as count from notification
    where channel_id = ${id} and state in ('pending', 'retrying', 'sending')`
  const [attempts] = await sql<{ count: number }[]>`
    select count(*)::int as count from delivery_attempt d
    join notification n on n.id = d.notification_id where n.channel_id = ${id}`
  const [marked] = await sql<{ count: number }[]>`
    select count(*)::int as count from notification where channel_id = ${id} and may_be_duplicate`
  return {
    told,
    waiting: waiting?.count,
    attempts: attempts?.count ?? 0,
    marked: marked?.count,
  }
}

const channelDown = async () => {
  const rows = await stage.fresh.db.sql<{ kind: string; count: number }[]>`
    select n.kind, count(*)::int as count from notification n join alert a on a.id = n.alert_id
    where a.event = 'channel_down' and n.state = 'delivered' and n.kind <> 'repeat'
    group by 1 order by 1`
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))
}

async function begin(count: number): Promise<string[]> {
  const projects = await stage.projects(count)
  // A signal every few minutes is not silence.
  await stage.fresh.db.sql`update project set expected_interval_seconds = 120`
  return projects
}

test('after an hour without the robot 200 alerts are told in a few messages, each once', async () => {
  const hour = { projects: await begin(200), ending: 150, rounds: 20 }
  await withoutRobot(hour)
  // What was in flight when it failed, and a probe for each rung of the ladder, however it falls.
  expect((await ledger()).attempts).toBeLessThan(50)
  await untilTheRobotHears(hour)
  expect(stage.robot.messages().length).toBeLessThanOrEqual(6)
  expect(await ledger()).toMatchObject({ told: { closed: 150, open: 50 }, waiting: 0, marked: 0 })
  expect(stage.robot.messages().at(-1)?.text).toMatch(/汇总】199 条告警/)
  expect(fallback.messages()[0]?.text).toContain('条告警未能发出：A1 ')
  expect(await channelDown()).toEqual({ firing: 1, resolved: 1 })
})

test('a worker that dies with the probe in its hands loses nothing and tells nothing twice', async () => {
  const hour = { projects: await begin(12), ending: 8, rounds: 6 }
  await withoutRobot(hour)
  for (let waited = 0; (await crew.die()) === 0 && waited < 16; waited += 1) {
    await stage.fresh.clock.advance(minutes(1))
  }
  await untilTheRobotHears(hour)
  expect(stage.robot.messages()).toHaveLength(2)
  expect(stage.robot.messages().at(-1)?.text).toMatch(/汇总】11 条告警/)
  // The message that the dead worker held may have left: it is marked, and told once more at most.
  expect(await ledger()).toMatchObject({ told: { closed: 8, open: 4 }, waiting: 0, marked: 1 })
})
