import type { Database } from '../../client/connect.ts'

/** The channels that get nothing but probes at the moment, by name. */
export async function cutOffChannels({ sql }: Database): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select name from channel
    where breaker_opened_at is not null and enabled and deleted_at is null order by name`
  return rows.map(({ name }) => name)
}
