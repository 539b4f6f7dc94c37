import type { Cluster } from '@highwater/embedded-postgres'
import postgres, { type Sql } from 'postgres'
import { monitor } from './monitor.ts'
import { type PostgresqlSource, sourceOf } from './source-of.ts'

/** One of two servers that replicate. */
export type Side = {
  readonly cluster: Cluster
  /** As superuser. */
  readonly sql: Sql
  /** What a person would enter to have this server watched. */
  readonly source: PostgresqlSource
}

export function openSide(cluster: Cluster): Side {
  const sql = postgres(cluster.url, { max: 4, onnotice: () => undefined })
  return { cluster, sql, source: sourceOf(cluster.url, monitor) }
}

/** Runs `build` with a list of the sides it opens; if it fails, they are stopped and deleted. */
export async function buildSides<Result>(
  build: (open: (cluster: Cluster) => Side) => Promise<Result>,
): Promise<Result> {
  const opened: Side[] = []
  try {
    return await build((cluster) => {
      const side = openSide(cluster)
      opened.push(side)
      return side
    })
  } catch (error) {
    await endSides(opened)
    throw error
  }
}

/** The last opened is stopped first: it reads from the others. */
export async function endSides(sides: readonly Side[]): Promise<void> {
  for (const { sql, cluster } of sides.toReversed()) {
    await sql.end({ timeout: 1 })
    await cluster.destroy()
  }
}
