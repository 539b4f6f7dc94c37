import type { Instant, Millis } from '@highwater/core'
import type { Database } from '../../client/connect.ts'

/** Something that is remembered for all workers, sealed, and until when it is good. */
export interface SealedMemory {
  readonly sealed: string
  readonly until: Instant
}

/** What is remembered under this key, a UUID; null where nothing is, or nothing that is still good. */
export async function readRemembered({ sql }: Database, key: string): Promise<SealedMemory | null> {
  const [row] = await sql<SealedMemory[]>`
    select sealed_text as sealed, until from remembered
    where key = ${key} and sealed_text is not null and until > now()`
  return row ?? null
}

/** Remembers it in place of what was there. Whatever is no longer good goes. */
export async function keepRemembered(
  { sql }: Database,
  key: string,
  { sealed, until }: SealedMemory,
): Promise<void> {
  await sql`
    insert into remembered (key, sealed_text, until)
    values (${key}, ${sealed}, ${until})
    on conflict (key) do update set sealed_text = excluded.sealed_text, until = excluded.until,
      sought_until = null`
  await sql`
    delete from remembered where key in (
      select key from remembered where until < now() and coalesce(sought_until < now(), true)
      for update skip locked)`
}

/** Forgets it, unless it has been replaced meanwhile. */
export async function forgetRemembered({ sql }: Database, key: string, sealed: string) {
  // Stored times are rounded to the millisecond: now itself may still lie ahead when it is read again.
  await sql`
    update remembered set until = now() - interval '1 ms'
    where key = ${key} and sealed_text = ${sealed}`
}

/**
 * Whether the caller is to find it out; until that long has passed nobody else is. Not where somebody
 * has found it since the caller looked.
 * @param unusable what the caller found there and cannot open
 */
export async function seekRemembered(
  { sql }: Database,
  key: string,
  patience: Millis,
  unusable: string | null,
): Promise<boolean> {
  const rows = await sql`
    insert into remembered as r (key, until, sought_until)
    values (${key}, now(), now() + ${`${patience} milliseconds`}::interval)
    on conflict (key) do update set sought_until = excluded.sought_until
      where (r.sought_until is null or r.sought_until <= now())
        and (r.sealed_text is null or r.until <= now() or r.sealed_text = ${unusable})
    returning key`
  return rows.length > 0
}

/** Lets somebody else find it out. */
export async function giveUpSeeking({ sql }: Database, key: string): Promise<void> {
  await sql`update remembered set sought_until = null where key = ${key}`
}
