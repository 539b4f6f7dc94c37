import { PgPreparedQuery } from 'drizzle-orm/pg-core'

/** A question that PostgreSQL refused or did not answer; `cause` says why. */
class FailedQuery extends Error {
  override readonly name = 'FailedQuery'

  constructor(query: string, cause: unknown) {
    super(`Failed query: ${query}`, { cause })
  }
}

/** Where Drizzle runs every question of its own; its types keep this from us. */
interface Asks {
  queryWithCache: (query: string, values: unknown, ask: () => Promise<unknown>) => Promise<unknown>
}

/**
 * Drizzle writes the values of a failed question into the words of its error. Logs keep errors, and
 * values are hashes of passwords, heartbeat addresses, what people have typed: here they are left out,
 * as is the row of which PostgreSQL says that it does not fit.
 */
export function hideValues(): void {
  const prototype = PgPreparedQuery.prototype as unknown as Asks
  prototype.queryWithCache = async (query, _values, ask) => {
    try {
      return await ask()
    } catch (error) {
      if (error instanceof Error && 'detail' in error) delete error.detail
      throw new FailedQuery(query, error)
    }
  }
}
