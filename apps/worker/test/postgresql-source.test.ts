import { seconds } from '@highwater/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from './stage.ts'
import { startWatchedPair, type WatchedPair } from './watched-pair.ts'

// Two real servers that replicate, a source that a person configured, and the real worker: what goes
// wrong between the servers reaches the robot, and so does its end.
let watched: WatchedPair

beforeAll(async () => {
  watched = await startWatchedPair()
})
afterAll(() => watched.end())

const alertIs = (wanted: string) =>
  eventually(
    () => watched.stage.alertStates(),
    (states) => states.at(-1) === wanted,
  )

/** Seconds from the beginning of what is wrong until the newest alert fired. */
async function firedAfter(): Promise<number> {
  const [row] = await watched.stage.fresh.db.sql<{ seconds: number }[]>`
    select extract(epoch from fired_at - since)::float as seconds
    from alert order by number desc limit 1`
  return row?.seconds ?? Number.NaN
}

test('replication that a source finds becomes a project that runs, with nothing to tell', async () => {
  await watched.nextLook()
  expect(await watched.state()).toBe('running')
  expect(await watched.stage.alertStates()).toEqual([])
})

test('paused replication reaches the robot at the threshold of the level, not before', async () => {
  const { stage, pair, nextLook } = watched
  await pair.pause()
  await nextLook()
  expect(await watched.state()).toBe('interrupted')
  await stage.fresh.clock.advance(seconds(180))
  await nextLook()
  expect(await stage.alertStates()).toEqual([])
  await stage.fresh.clock.advance(seconds(120))
  const firing = await stage.robot.waitForMessage(({ text }) => text.includes(pair.name))
  expect(firing.text).toContain('同步中断')
  expect(firing.warnings).toEqual([])
  expect(await stage.alertStates()).toEqual(['firing'])
  expect(await firedAfter()).toBeGreaterThanOrEqual(300)
})

test('resumed replication is resolved once it has held, and the robot is told so', async () => {
  const { stage, pair, nextLook } = watched
  await pair.resume()
  await nextLook()
  await alertIs('recovering')
  await stage.fresh.clock.advance(seconds(180))
  await nextLook()
  expect(await stage.alertStates()).toEqual(['recovering'])
  await stage.fresh.clock.advance(seconds(120))
  const resolved = await stage.robot.waitForMessage(({ text }) => text.includes('已恢复'))
  expect(resolved.text).toContain(pair.name)
  expect(await stage.alertStates()).toEqual(['closed'])
  expect(new Set(stage.told()).size).toBe(1)
})

test('a subscriber that cannot apply falls behind, and the robot is told how far', async () => {
  const { stage, pair, nextLook } = watched
  await pair.write(1)
  await pair.caughtUp()
  await nextLook()
  await watched.allowOneSecond()
  const release = await pair.blockApply()
  try {
    await pair.write(5)
    await eventually(
      async () => {
        await nextLook()
        return stage.alertStates()
      },
      (states) => states.length === 2,
    )
  } finally {
    await release()
  }
  const behind = await stage.robot.waitForMessage(({ text }) => text.includes('落后'))
  expect(behind.text).toMatch(/落后 [\d.]+ 秒，限值 1 秒/)
  await pair.caughtUp()
  await nextLook()
  await alertIs('recovering')
})
