import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { awaitTrue } from '../../testing/await-true.ts'
import {
  collectIo,
  describeSourceContract,
  type PostgresqlSource,
  type ReplicatedPair,
  startReplicatedPair,
} from '../../testing/index.ts'
import { collect } from '../collect.ts'
import type { CollectedProject } from '../collector.ts'

let pair: ReplicatedPair

beforeAll(async () => {
  pair = await startReplicatedPair()
})
afterAll(() => pair.stop())

/** Watches one server as the worker does: each collection is handed the memory of the last. */
function watch(source: () => PostgresqlSource) {
  let memory: unknown
  return async () => {
    const result = await collect('postgresql', { ...source(), memory }, collectIo())
    if (!result.ok) throw new Error(`${result.reason}: ${result.message}`)
    memory = result.memory
    return result.observations
  }
}

const publisherSource = () => pair.publisher.source
const subscriberSource = () => pair.subscriber.source

function only(observations: readonly CollectedProject[]): CollectedProject {
  const [project, ...others] = observations
  if (project === undefined || others.length > 0) {
    throw new Error(`Expected one project, not ${observations.map((one) => one.externalKey)}.`)
  }
  return project
}

const behindOf = ({ signal }: CollectedProject): number | null =>
  signal.latency?.type === 'gauge' ? signal.latency.behind : null

async function until(
  look: () => Promise<readonly CollectedProject[]>,
  satisfied: (project: CollectedProject) => boolean,
): Promise<CollectedProject> {
  const deadline = performance.now() + 20_000
  for (;;) {
    const project = only(await look())
    if (satisfied(project)) return project
    if (performance.now() > deadline) {
      throw new Error(`Waited 20 s in vain; last: ${JSON.stringify(project.signal)}`)
    }
    await pause(100)
  }
}

describe('A PostgreSQL publisher', () => {
  test('shows its slot as a running synchronization', async () => {
    const project = await until(watch(publisherSource), (one) => one.signal.state === 'running')
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
    const look = watch(publisherSource)
    await pair.caughtUp()
    await until(look, (one) => behindOf(one) === 0)
    await pause(3_000)
    expect(behindOf(only(await look()))).toBe(0)
  })

  test('is zero behind soon after changes that nobody subscribed to', async () => {
    const look = watch(publisherSource)
    await pair.publisher.sql.unsafe(
      `create table unpublished as select repeat('x', 1000) from generate_series(1, 2000)`,
    )
    await until(look, (one) => behindOf(one) === 0)
  })

  test('stays within about a second while rows are written all the time', async () => {
    const look = watch(publisherSource)
    let writing = true
    const writer = (async () => {
      while (writing) await pair.write(20)
    })()
    try {
      for (let n = 0; n < 5; n += 1) {
        const project = only(await look())
        expect(project.signal.state).toBe('running')
        expect(behindOf(project)).toBeLessThan(1_500)
        await pause(300)
      }
    } finally {
      writing = false
      await writer
    }
    await pair.caughtUp()
  })

  test('falls truthfully further behind while the subscriber cannot apply, and catches up after', async () => {
    const look = watch(publisherSource)
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
  }, 60_000)

  test('tells no latency of a consumer that was behind before the first look', async () => {
    const release = await pair.blockApply()
    try {
      await pair.write(10)
      await awaitTrue('the slot is behind', async () => {
        const [slot] = await pair.publisher.sql<{ behind: boolean }[]>`
          select replay_lsn < pg_current_wal_flush_lsn() as behind from pg_stat_replication`
        return slot?.behind === true
      })
      const project = only(await watch(publisherSource)())
      expect(project.signal.state).toBe('running')
      expect(project.signal.latency).toBeNull()
    } finally {
      await release()
    }
    await pair.caughtUp()
  })

  test('is interrupted when its consumer is gone, and runs again when it is back', async () => {
    const look = watch(publisherSource)
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
    const result = await collect('postgresql', pair.publisher.source, collectIo())
    expect(result.ok && Math.abs(result.clockAhead ?? Number.NaN) < 1_000).toBe(true)
  })
})

describe('A PostgreSQL subscriber', () => {
  test('shows its subscription as caught up while idle', async () => {
    const project = await until(watch(subscriberSource), (one) => behindOf(one) === 0)
    expect(project.externalKey).toMatch(/^postgresql:\d+\/subscription\/highwater\/orders_copy$/)
    expect(project.target).toEqual({ type: 'postgresql' })
    expect(project.signal.state).toBe('running')
  })

  test('grows behind while its apply worker waits for a lock, and names the reason', async () => {
    const look = watch(subscriberSource)
    const release = await pair.blockApply()
    try {
      await pair.write(3)
      const waiting = await until(look, (one) => (behindOf(one) ?? 0) > 1_500)
      expect(waiting.signal.message).toContain('waiting for a lock')
    } finally {
      await release()
    }
    await pair.caughtUp()
    await until(look, (one) => behindOf(one) === 0)
  })

  test('is paused, not interrupted, when its subscription is disabled', async () => {
    await pair.pause()
    try {
      expect(only(await watch(subscriberSource)()).signal).toMatchObject({
        state: 'paused',
        latency: null,
        step: { name: 'incremental', state: 'suspended' },
      })
    } finally {
      await pair.resume()
    }
  })

  test('is interrupted while applying fails, and says so until it works again', async () => {
    const look = watch(subscriberSource)
    await until(look, (one) => one.signal.state === 'running')
    const { sql } = pair.subscriber
    await sql.unsafe(`alter table orders add constraint refuse check (note <> 'written') not valid`)
    await pair.write(1)
    await until(look, (one) => one.signal.state === 'interrupted')
    await sql.unsafe('alter table orders drop constraint refuse')
    await pair.caughtUp()
    await until(look, (one) => one.signal.state === 'running' && behindOf(one) === 0)
  })

  test('has failed when the subscription disabled itself because of an error', async () => {
    const { sql } = pair.subscriber
    await sql.unsafe(`alter subscription ${pair.name} set (disable_on_error = true)`)
    await sql.unsafe(`alter table orders add constraint refuse check (note <> 'written') not valid`)
    await pair.write(1)
    await until(watch(subscriberSource), (one) => one.signal.state === 'failed')
    await sql.unsafe('alter table orders drop constraint refuse')
    await sql.unsafe(`alter subscription ${pair.name} set (disable_on_error = false)`)
    await pair.resume()
    await pair.caughtUp()
  })
})

describe('Without the right to see replication', () => {
  test('a server is not read as healthy: the missing role is named', async () => {
    const { sql } = pair.publisher
    await sql.unsafe(`create role stranger login password 'stranger-password'`)
    const { config } = pair.publisher.source
    const result = await collect(
      'postgresql',
      { config: { ...config, user: 'stranger' }, secrets: { password: 'stranger-password' } },
      collectIo(),
    )
    expect(result).toMatchObject({ ok: false, reason: 'permission' })
    expect(result.ok ? '' : result.message).toContain('GRANT pg_monitor TO "stranger"')
  })

  test('TLS that the server does not offer, and a database it does not have, are told apart', async () => {
    const { config, secrets } = pair.publisher.source
    const encrypted = { config: { ...config, tls: 'require' }, secrets }
    expect(await collect('postgresql', encrypted, collectIo())).toMatchObject({ reason: 'tls' })
    const missing = { config: { ...config, database: 'nowhere' }, secrets }
    expect(await collect('postgresql', missing, collectIo())).toMatchObject({
      reason: 'database-not-found',
    })
  })
})

describeSourceContract({
  kind: 'postgresql',
  working: () => pair.publisher.source,
  at: (host, port) => {
    const { config, secrets } = pair.publisher.source
    return { config: { ...config, host, port }, secrets }
  },
  withWrongSecret: () => ({
    config: pair.publisher.source.config,
    secrets: { password: 'not-the-password' },
  }),
})

describe('A publisher that is gone', () => {
  test('interrupts the subscription of its subscriber', async () => {
    const look = watch(subscriberSource)
    await until(look, (one) => one.signal.state === 'running')
    const { cluster } = pair.publisher
    await cluster.stop()
    const project = await until(look, (one) => one.signal.state === 'interrupted')
    expect(project.signal.message).toContain('apply worker')
  })
})
