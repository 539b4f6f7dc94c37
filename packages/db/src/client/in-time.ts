import { type Millis, seconds } from '@highwater/core'
import type { Database } from './connect.ts'

/** Load balancers give up after a few seconds, and take no answer for a worse one. */
const patience = seconds(3)

/**
 * Asks the database how it is, and answers `late` where that takes too long. Whoever asks meanwhile
 * waits for the same answer, so that one that hangs holds a single connection of all that ask.
 * @param ask never throws
 */
export function inTime<Answer>(
  ask: (db: Database) => Promise<Answer>,
  late: Answer,
  within: Millis = patience,
): (db: Database) => Promise<Answer> {
  const pending = new WeakMap<Database, Promise<Answer>>()
  return async (db) => {
    const asked = pending.get(db) ?? ask(db).finally(() => pending.delete(db))
    pending.set(db, asked)
    const { promise: tooLate, resolve } = Promise.withResolvers<Answer>()
    const timer = setTimeout(resolve, within, late)
    try {
      return await Promise.race([asked, tooLate])
    } finally {
      clearTimeout(timer)
    }
  }
}
