import { sql } from 'drizzle-orm'
import type { Reader } from '../queries/reader.ts'
import { workerSilenceSeconds } from '../queue/heartbeat.ts'

/** How many running workers do not hold a key, so that nothing may be sealed with it for them yet. */
export async function workersWithout(db: Reader, keyId: string): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from worker
    where seen_at >= now() - make_interval(secs => ${workerSilenceSeconds})
      and ${keyId} <> all (secret_keys)`)
  return row?.count ?? 0
}
