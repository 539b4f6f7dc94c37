import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ReplicatedPair, startReplicatedPair } from '../../testing/index.ts'
import { behindOf, only, until, watch } from '../../testing/watch.ts'

let pair: ReplicatedPair

beforeAll(async () => {
  pair = await startReplicatedPair()
})
afterAll(() => pair.stop())

describe('A PostgreSQL subscriber', () => {
  test('shows its subscription as caught up while idle', async () => {
    const project = await until(watch(pair.subscriber), (one) => behindOf(one) === 0)
    expect(project.externalKey).toMatch(/^postgresql:\d+\/subscription\/highwater\/orders_copy$/)
    expect(project.target).toEqual({ type: 'postgresql' })
    expect(project.signal.state).toBe('running')
  })

  test('grows behind while its apply worker waits for a lock, and names the reason', async () => {
    const look = watch(pair.subscriber)
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
      expect(only(await watch(pair.subscriber)()).signal).toMatchObject({
        state: 'paused',
        latency: null,
        step: { name: 'incremental', state: 'suspended' },
      })
    } finally {
      await pair.resume()
    }
  })

  test('is not taken for interrupted when it came back and the publisher has nothing to say', async () => {
    await pair.pause()
    await pair.resume()
    const project = await until(watch(pair.subscriber), (one) => one.signal.state === 'running')
    expect([null, 0]).toContain(behindOf(project))
    await pair.write(1)
    await pair.caughtUp()
    await until(watch(pair.subscriber), (one) => behindOf(one) === 0)
  })

  test('is interrupted while applying fails, and says so until it works again', async () => {
    const look = watch(pair.subscriber)
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
    await until(watch(pair.subscriber), (one) => one.signal.state === 'failed')
    await sql.unsafe('alter table orders drop constraint refuse')
    await sql.unsafe(`alter subscription ${pair.name} set (disable_on_error = false)`)
    await pair.resume()
    await pair.caughtUp()
  })
})

describe('A publisher that is gone', () => {
  test('interrupts the subscription of its subscriber', async () => {
    const look = watch(pair.subscriber)
    await until(look, (one) => one.signal.state === 'running')
    const { cluster } = pair.publisher
    await cluster.stop()
    const project = await until(look, (one) => one.signal.state === 'interrupted')
    expect(project.signal.message).toContain('apply worker')
  })
})
