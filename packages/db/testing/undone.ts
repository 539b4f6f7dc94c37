import type { Database } from '../src/client/index.ts'
import { sqlOf } from '../src/commands/sql-of.ts'

class Undo extends Error {
  override readonly name = 'Undo'
}

/**
 * Runs something on a database of which nothing is kept: its transactions become savepoints of one
 * that is rolled back. Its time stands still.
 */
export async function undone<Out>(db: Database, run: (db: Database) => Promise<Out>): Promise<Out> {
  const kept: { out?: Out } = {}
  const transaction = db.orm.transaction(async (tx) => {
    const raw = sqlOf(tx)
    const sql = new Proxy(raw, {
      get: (target, key) =>
        key === 'begin'
          ? (...given: readonly unknown[]) => target.savepoint(given.at(-1) as () => unknown)
          : Reflect.get(target, key),
    })
    kept.out = await run({ orm: tx, sql, close: async () => {} } as unknown as Database)
    throw new Undo()
  })
  await transaction.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error
  })
  return kept.out as Out
}
