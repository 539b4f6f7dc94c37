import { minutes, seconds } from '@highwater/core'
import { seedProjects, setParameters } from '@highwater/db/testing'
import { afterEach, expect, test } from 'vitest'
import { hireCrew } from './crew.ts'
import { eventually, type Stage, setStage } from './stage.ts'

// Five thousand alerts open within a minute for a robot that takes twenty messages a minute and, if
// it is sent more, none for ten minutes (A13, C9).
let stage: Stage
let crews: readonly ReturnType<typeof hireCrew>[] = []

afterEach(async () => {
  await Promise.all(crews.map((crew) => crew.leave()))
  await stage.end()
})

const step = seconds(5)
const openingSteps = 12
const projectsPerStep = { high: 4, low: 413 } as const

/** The projects that fall behind in each step of the first minute: few high ones among many low. */
async function seedSteps(): Promise<string[][]> {
  const { db } = stage.fresh
  const high = await seedProjects(db, { count: 4 * openingSteps, level: 'high' })
  const low = await seedProjects(db, { count: 413 * openingSteps, level: 'low', namePrefix: 'low' })
  const portions = Array.from({ length: openingSteps }, (_, index) => [
    ...high.slice(index * projectsPerStep.high, (index + 1) * projectsPerStep.high),
    ...low.slice(index * projectsPerStep.low, (index + 1) * projectsPerStep.low),
  ])
  await stage.report(portions.flat(), 1)
  return portions
}

/** All of it waits for the robot: nothing is merged by subscription before. */
function tellEachByItself(): Promise<void> {
  // Projects that send two signals only would be said to be silent as well.
  return setParameters(stage.fresh.db, { stormAlerts: 10_000, noSignalAtLeastSeconds: 86_400 })
}

/** Time passes for the database and the robot alike; then three workers race to send what is due. */
async function passes(elapsedSteps: number): Promise<void> {
  stage.robot.behave({ clockSkewMs: elapsedSteps * step })
  await stage.fresh.clock.advance(step)
  for (const crew of crews) await crew.judge()
  await Promise.all(crews.map((crew) => crew.work()))
}

const unsettled = async (): Promise<number> => {
  const [row] = await stage.fresh.db.sql<{ count: number }[]>`
    select count(*)::int as count from notification where state in ('pending', 'retrying', 'sending')`
  const [gathering] = await stage.fresh.db.sql<{ count: number }[]>`
    select count(*)::int as count from digest where closed_at is null`
  return (row?.count ?? 0) + (gathering?.count ?? 0)
}

/** The alerts that no message tells of which the robot accepted, by themselves or in a digest. */
async function untold(): Promise<number> {
  const accepted = stage.robot.messages().map(({ text }) => text)
  const ids = accepted.flatMap((text) => text.match(/\b[AD]\d+\b/g) ?? [])
  const [row] = await stage.fresh.db.sql<{ count: number }[]>`
    select count(*)::int as count from alert a
    where not exists (
      select from notification n left join digest d on d.id = n.digest_id
      where n.alert_id = a.id and (
        (n.state = 'delivered' and 'A' || a.number = any(${ids}))
        or 'D' || d.number = any(${ids})
      )
    )`
  return row?.count ?? 0
}

/** Messages that left although the first message of a high alert was waiting. */
const overtakings = () => stage.fresh.db.sql`
  select other.id from notification other join delivery_attempt at on at.notification_id = other.id
  join notification urgent on urgent.kind = 'firing' and urgent.priority = 1
    and urgent.created_at < at.started_at
  join delivery_attempt its on its.notification_id = urgent.id and its.started_at > at.started_at
  where other.priority > 1`

test('a storm of 5,000 alerts is told within five minutes, high ones first', async () => {
  stage = await setStage({ signed: false, limitPerMinute: 20 })
  const { clock } = stage.fresh
  await tellEachByItself()
  crews = Array.from({ length: 3 }, () => hireCrew(stage.fresh))
  const portions = await seedSteps()
  await clock.advance(seconds(1))
  let elapsed = 0
  for (const portion of portions) {
    await stage.report(portion, 100_000)
    elapsed += 1
    await passes(elapsed)
  }
  while ((await unsettled()) > 0 && elapsed * step < minutes(6)) {
    elapsed += 1
    await passes(elapsed)
  }
  expect(elapsed * step).toBeLessThanOrEqual(minutes(5))
  expect(await stage.alertStates()).toHaveLength(417 * openingSteps)
  expect(await untold()).toBe(0)
  expect(stage.robot.requests().filter(({ accepted }) => !accepted)).toEqual([])
  expect(await overtakings()).toEqual([])
}, 180_000)

test('a robot that gets its messages late is never sent more than it takes', async () => {
  stage = await setStage({ signed: false, limitPerMinute: 20 })
  const { db, clock } = stage.fresh
  await tellEachByItself()
  crews = Array.from({ length: 2 }, () => hireCrew(stage.fresh))
  const projects = await seedProjects(db, { count: 60, level: 'high' })
  await stage.report(projects, 1)
  await clock.advance(seconds(1))
  await stage.report(projects.slice(0, 30), 100_000)
  const halfAMinute = Promise.withResolvers<void>()
  stage.robot.behave({ hearsAfter: halfAMinute.promise })
  const working = Promise.all(crews.map((crew) => crew.work()))
  await eventually(
    () => db.sql`select from notification where state = 'sending'`,
    (sending) => sending.length > 0,
  )
  // Half a minute passes while they are under way.
  stage.robot.behave({ clockSkewMs: 6 * step })
  await clock.advance(seconds(30))
  halfAMinute.resolve()
  await working
  await stage.report(projects.slice(30), 100_000)
  for (let elapsed = 7; elapsed <= 24 || (await unsettled()) > 0; elapsed += 1)
    await passes(elapsed)
  expect(stage.robot.requests().filter(({ accepted }) => !accepted)).toEqual([])
  expect(await untold()).toBe(0)
}, 180_000)
