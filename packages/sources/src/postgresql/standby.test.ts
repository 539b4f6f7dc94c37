import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type StandbyPair, startStandby } from '../../testing/index.ts'
import { behindOf, only, until, watch } from '../../testing/watch.ts'
import type { CollectedProject } from '../collector.ts'

let pair: StandbyPair

beforeAll(async () => {
  pair = await startStandby()
})
afterAll(() => pair.stop())

const write = () => pair.primary.sql.unsafe(`insert into orders values ('written')`)
/** Pauses the replay, and once more where the primary has written something for itself meanwhile. */
async function pausedWithNothingToReplay(
  look: ReturnType<typeof watch>,
): Promise<CollectedProject> {
  const { sql } = pair.standby
  for (;;) {
    await until(look, isInStep)
    await sql.unsafe('select pg_wal_replay_pause()')
    const paused = await until(
      look,
      (one) => one.signal.message?.includes('Replay is paused') === true,
    )
    const [row] = await sql<{ isAll: boolean }[]>`
      select pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() as "isAll"`
    if (row?.isAll === true) return paused
    await sql.unsafe('select pg_wal_replay_resume()')
  }
}

const isInStep = (project: CollectedProject) =>
  project.signal.state === 'running' && behindOf(project) === 0

describe('A physical standby', () => {
  test('is zero behind while idle, seen from itself and from its primary', async () => {
    const standby = watch(pair.standby)
    const primary = watch(pair.primary)
    expect((await until(standby, isInStep)).externalKey).toMatch(
      /^postgresql:\d+\/standby\/copy_of_main$/,
    )
    const slot = await until(primary, isInStep)
    expect(slot.externalKey).toMatch(/^postgresql:\d+\/slot\/copy_of_main$/)
    expect(slot.target).toEqual({ type: 'postgresql' })
    await write()
    await until(standby, isInStep)
    // The last commit is now seconds old, and yet nothing is behind.
    await pause(2_500)
    expect(behindOf(only(await standby()))).toBe(0)
    expect(behindOf(only(await primary()))).toBe(0)
  })

  test('whose replay is paused falls behind as soon as there is something to replay', async () => {
    const standby = watch(pair.standby)
    const primary = watch(pair.primary)
    await until(standby, isInStep)
    await until(primary, isInStep)
    const { sql } = pair.standby
    try {
      expect(behindOf(await pausedWithNothingToReplay(standby))).toBe(0)
      await write()
      const seenHere = await until(standby, (one) => (behindOf(one) ?? 0) > 2_000)
      expect(seenHere.signal.state).toBe('running')
      await until(primary, (one) => (behindOf(one) ?? 0) > 2_000)
    } finally {
      await sql.unsafe('select pg_wal_replay_resume()')
    }
    await until(standby, isInStep)
    await until(primary, isInStep)
  })

  test('is interrupted while its primary is gone, and keeps growing behind', async () => {
    const standby = watch(pair.standby)
    await until(standby, isInStep)
    await pair.primary.cluster.stop()
    const first = await until(standby, (one) => one.signal.state === 'interrupted')
    expect(first.signal.message).toContain('WAL receiver')
    await until(standby, (one) => (behindOf(one) ?? 0) > (behindOf(first) ?? 0) + 1_000)
  })
})
