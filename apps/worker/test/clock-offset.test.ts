import { judgeClock, minutes } from '@highwater/core'
import { freshDatabase } from '@highwater/db/testing'
import { expect, inject, test } from 'vitest'
import { readClockOffset } from '../src/clock-offset.ts'
import { startHealthServer } from '../src/health-server.ts'
import { createMetrics } from '../src/metrics.ts'

test('a worker whose clock is ten minutes slow is not ready, and says that this is why', async () => {
  const fresh = await freshDatabase(inject('postgresUrl'))
  const health = await startHealthServer(0, fresh.db, createMetrics())
  const address = health.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const ask = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`)
    return { status: answer.status, body: await answer.json() }
  }
  try {
    await expect.poll(async () => judgeClock(await readClockOffset(fresh.db))).toBe('right')
    expect(await ask()).toEqual({ status: 200, body: { checks: { database: true, clock: true } } })
    await fresh.clock.advance(minutes(10))
    const asked = Date.now()
    const offset = await readClockOffset(fresh.db)
    // When within the question the database looked at its clock, nobody knows.
    const doubt = (Date.now() - asked) / 2 + 2_000
    expect(Math.abs(offset + minutes(10))).toBeLessThan(doubt)
    expect(await ask()).toEqual({ status: 503, body: { checks: { database: true, clock: false } } })
  } finally {
    health.close()
    await fresh.close()
  }
})
