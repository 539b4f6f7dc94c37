import { setTimeout as pause } from 'node:timers/promises'
import { instant } from '@highwater/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { awaitTrue } from '../../testing/await-true.ts'
import { collectIo, type ReplicatedPair, startReplicatedPair } from '../../testing/index.ts'
import { behindOf, only, until, watch } from '../../testing/watch.ts'
import { collect, vanishedSignal } from '../collect.ts'

let pair: ReplicatedPair

beforeAll(async () => {
  pair = await startReplicatedPair()
})
afterAll(() => pair.stop())

describe('A PostgreSQL publisher', () => {
  test('shows its slot as a running synchronization', async () => {
    const project = await until(watch(pair.publisher), (one) => one.signal.state === 'running')
    expect(project.externalKey).toMatch(/^postgresql:\d+\/slot\/orders_copy$/)
    expect(project).toMatchObject({
      name: 'highwater/orders_copy',
      kind: 'synchronization',
      source: { type: 'postgresql' },
      target: null,
    })
    expect(project.signal.step).toEqual({ name: 'incremental', state: 'running' })
  })

  test('is zero behind while idle, however long that lasts', async () => {
    const look = watch(pair.publisher)
    await pair.caughtUp()
    await until(look, (one) => behindOf(one) === 0)
    await pause(3_000)
    expect(behindOf(only(await look()))).toBe(0)
  })

  test('is zero behind soon after changes that nobody subscribed to', async () => {
    const look = watch(pair.publisher)
    await pair.publisher.sql.unsafe(
      `create table unpublished as select repeat('x', 1000) from generate_series(1, 2000)`,
    )
    await until(look, (one) => behindOf(one) === 0)
  })

  test('stays within about a second while rows are written all the time', async () => {
    const look = watch(pair.publisher)
    let writing = true
    const writer = (async () => {
      while (writing) await pair.write(20)
    })()
    try {
      for (let n = 0; n < 5; n += 1) {
        // On a busy machine a replica really is behind for a while.
        const project = await until(look, (one) => (behindOf(one) ?? 0) < 1_500)
        expect(project.signal).toMatchObject({ state: 'running', latency: { type: 'gauge' } })
        await pause(300)
      }
    } finally {
      writing = false
      await writer
    }
    await pair.caughtUp()
  })

  test('falls truthfully further behind while the subscriber cannot apply, and catches up after', async () => {
    const look = watch(pair.publisher)
    await until(look, (one) => behindOf(one) === 0)
    const release = await pair.blockApply()
    const blockedAt = performance.now()
    try {
      await pair.write(10)
      const first = await until(look, (one) => (behindOf(one) ?? 0) > 1_500)
      await pair.write(10)
      const second = await until(look, (one) => (behindOf(one) ?? 0) > 4_000)
      expect(second.signal.state).toBe('running')
      expect(behindOf(second)).toBeGreaterThan(behindOf(first) ?? 0)
      // Never longer than the blockade, but for the time since the last look before it.
      expect(behindOf(second)).toBeLessThan(performance.now() - blockedAt + 1_500)
    } finally {
      await release()
    }
    await pair.caughtUp()
    await until(look, (one) => behindOf(one) === 0)
  })

  test('tells no latency of a consumer that was behind before the first look', async () => {
    const release = await pair.blockApply()
    try {
      await pair.write(10)
      const [log] = await pair.publisher.sql<{ end: string }[]>`
        select pg_current_wal_insert_lsn()::text as end`
      // What was written counts once it has been flushed, which a test's server does when it likes.
      await awaitTrue('the slot is behind what was written', async () => {
        const [slot] = await pair.publisher.sql<{ behind: boolean }[]>`
          select pg_current_wal_flush_lsn() >= ${log?.end ?? null}::pg_lsn
            and replay_lsn < ${log?.end ?? null}::pg_lsn as behind
          from pg_stat_replication`
        return slot?.behind === true
      })
      const project = only(await watch(pair.publisher)())
      expect(project.signal.state).toBe('running')
      expect(project.signal.latency).toBeNull()
    } finally {
      await release()
    }
    await pair.caughtUp()
  })

  test('is interrupted when its consumer is gone, and runs again when it is back', async () => {
    const look = watch(pair.publisher)
    await until(look, (one) => behindOf(one) === 0)
    await pair.pause()
    await pair.write(5)
    const stopped = only(await look())
    expect(stopped.signal.state).toBe('interrupted')
    expect(stopped.signal.message).toContain('Nothing is connected to the slot since')
    await pair.resume()
    await pair.caughtUp()
    await until(look, (one) => one.signal.state === 'running' && behindOf(one) === 0)
  })

  test('does not report what is to be ignored or not to be watched', async () => {
    const { config, secrets } = pair.publisher.source
    for (const change of [{ ignore: [pair.name] }, { watch: 'subscriptions' }]) {
      const target = { config: { ...config, ...change }, secrets }
      expect(await collect('postgresql', target, collectIo())).toMatchObject({ observations: [] })
    }
  })

  test('has its clock compared with ours', async () => {
    const asked = performance.now()
    const result = await collect('postgresql', pair.publisher.source, collectIo())
    const doubt = performance.now() - asked + 1_000
    expect(result.ok && Math.abs(result.clockAhead ?? Number.NaN) < doubt).toBe(true)
  })

  test('has failed for good when the log that its slot needs is gone', async () => {
    const look = watch(pair.publisher)
    await pair.pause()
    const { sql } = pair.publisher
    await sql.unsafe(`alter system set max_slot_wal_keep_size = '1MB'`)
    await sql.unsafe('select pg_reload_conf()')
    for (let n = 0; n < 3; n += 1) {
      await pair.write(1)
      await sql.unsafe('select pg_switch_wal()')
    }
    await sql.unsafe('checkpoint')
    const failed = await until(look, (one) => one.signal.state === 'failed')
    expect(failed.signal.message).toContain('can no longer be used (wal_removed)')
    expect(failed.signal.step?.state).toBe('failed')
  })

  test('no longer shows a slot that was dropped, and that is no recovery', async () => {
    await pair.publisher.sql`select pg_drop_replication_slot(${pair.name})`
    const result = await collect('postgresql', pair.publisher.source, collectIo())
    expect(result).toMatchObject({ ok: true, observations: [] })
    expect(vanishedSignal(instant(1)).state).toBe('interrupted')
  })
})
