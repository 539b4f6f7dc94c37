import { type Database, readNowFrom } from '@highwater/db/client'

/** Seconds by which two clocks may differ before anybody is told. */
const tolerated = 2

/**
 * Seconds by which this machine's clock is ahead of the database's, which alone counts for the product.
 * Where they differ much one of them is wrong, and robots refuse what is signed by a wrong one.
 */
export async function readClockOffset({ sql }: Pick<Database, 'sql'>): Promise<number> {
  const asked = Date.now()
  const now = await readNowFrom(sql)
  const answered = Date.now()
  return ((asked + answered) / 2 - now) / 1_000
}

export const isWorthSaying = (offsetSeconds: number): boolean => Math.abs(offsetSeconds) > tolerated
