import { type Millis, millis } from '@highwater/core'
import { type Database, readNowFrom } from '@highwater/db/client'

/** By how much this machine's clock is ahead of the database's. */
export async function readClockOffset({ sql }: Pick<Database, 'sql'>): Promise<Millis> {
  const asked = Date.now()
  const now = await readNowFrom(sql)
  const answered = Date.now()
  return millis(Math.round((asked + answered) / 2 - now))
}
