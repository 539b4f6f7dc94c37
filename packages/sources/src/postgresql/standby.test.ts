import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { collectIo, type StandbyPair, startStandby } from '../../testing/index.ts'
import { collect } from '../collect.ts'
import type { CollectedProject } from '../collector.ts'

let pair: StandbyPair

beforeAll(async () => {
  pair = await startStandby()
})
afterAll(() => pair.stop())

function watch(side: 'primary' | 'standby') {
  let memory: unknown
  return async (): Promise<CollectedProject> => {
    const result = await collect('postgresql', { ...pair[side].source, memory }, collectIo())
    if (!result.ok) throw new Error(`${result.reason}: ${result.message}`)
    memory = result.memory
    const [project, ...others] = result.observations
    if (project === undefined || others.length > 0) throw new Error('Expected one project.')
    return project
  }
}

const behindOf = ({ signal }: CollectedProject): number | null =>
  signal.latency?.type === 'gauge' ? signal.latency.behind : null

async function until(
  look: () => Promise<CollectedProject>,
  satisfied: (project: CollectedProject) => boolean,
): Promise<CollectedProject> {
  const deadline = performance.now() + 20_000
  for (;;) {
    const project = await look()
    if (satisfied(project)) return project
    if (performance.now() > deadline) {
      throw new Error(`Waited 20 s in vain; last: ${JSON.stringify(project.signal)}`)
    }
    await pause(100)
  }
}

const write = () => pair.primary.sql.unsafe(`insert into orders values ('written')`)
const isInStep = (project: CollectedProject) =>
  project.signal.state === 'running' && behindOf(project) === 0

describe('A physical standby', () => {
  test('is zero behind while idle, seen from itself and from its primary', async () => {
    const standby = watch('standby')
    const primary = watch('primary')
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
    expect(behindOf(await standby())).toBe(0)
    expect(behindOf(await primary())).toBe(0)
  })

  test('whose replay is paused falls behind as soon as there is something to replay', async () => {
    const standby = watch('standby')
    const primary = watch('primary')
    await until(standby, isInStep)
    await until(primary, isInStep)
    const { sql } = pair.standby
    await sql.unsafe('select pg_wal_replay_pause()')
    try {
      await until(standby, (one) => one.signal.message?.includes('Replay is paused') === true)
      expect(behindOf(await standby())).toBe(0)
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
    const standby = watch('standby')
    await until(standby, isInStep)
    await pair.primary.cluster.stop()
    const first = await until(standby, (one) => one.signal.state === 'interrupted')
    expect(first.signal.message).toContain('WAL receiver')
    await until(standby, (one) => (behindOf(one) ?? 0) > (behindOf(first) ?? 0) + 1_000)
  })
})
