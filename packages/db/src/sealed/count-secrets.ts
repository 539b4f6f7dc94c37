import { sql } from 'drizzle-orm'
import type { Database } from '../client/connect.ts'
import type { Reader } from '../queries/reader.ts'
import { keyIdAt, sealedPlaces, textAt } from './places.ts'

/** How many secrets each key has sealed, by the key's id; a person's mailbox has nothing sealed. */
export async function countSecrets(db: Reader): Promise<ReadonlyMap<string, number>> {
  const places = sealedPlaces.map(
    (place) => sql`
      select ${keyIdAt(place)} as key from ${sql.identifier(place.table)}
      where ${textAt(place)} <> ''`,
  )
  const rows = await db.execute<{ key: string; count: number }>(sql`
    select key, count(*)::int as count from (${sql.join(places, sql` union all `)}) as sealed
    group by key`)
  return new Map(rows.map(({ key, count }) => [key, count]))
}

export const countSecretsByKey = (db: Database): Promise<ReadonlyMap<string, number>> =>
  countSecrets(db.orm)
