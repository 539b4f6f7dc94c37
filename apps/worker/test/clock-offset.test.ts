import { minutes } from '@highwater/core'
import { freshDatabase } from '@highwater/db/testing'
import { expect, inject, test } from 'vitest'
import { isWorthSaying, readClockOffset } from '../src/clock-offset.ts'

test('a database whose clock is ten minutes ahead is noticed, one that agrees is not', async () => {
  const fresh = await freshDatabase(inject('postgresUrl'))
  try {
    expect(isWorthSaying(await readClockOffset(fresh.db))).toBe(false)
    await fresh.clock.advance(minutes(10))
    const offset = await readClockOffset(fresh.db)
    expect(offset).toBeGreaterThan(-602)
    expect(offset).toBeLessThan(-598)
    expect(isWorthSaying(offset)).toBe(true)
  } finally {
    await fresh.close()
  }
})
