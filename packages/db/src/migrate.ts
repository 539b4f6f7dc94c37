import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import journal from '../migrations/meta/_journal.json' with { type: 'json' }

const folder = fileURLToPath(new URL('../migrations', import.meta.url))
/** Any number does, as long as nothing else takes it. */
const lockNumber = 7_263_001

const openOne = (url: string) =>
  postgres(url, {
    max: 1,
    onnotice: () => {},
    connect_timeout: 10,
    connection: { TimeZone: 'UTC' },
  })

async function countApplied(sql: postgres.Sql): Promise<number> {
  const [table] = await sql<{ found: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as found`
  if (!table?.found) return 0
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from drizzle.__drizzle_migrations`
  return row?.count ?? 0
}

/** How many a newer version has left there, which this one does not know. */
async function countUnknown(sql: postgres.Sql): Promise<number> {
  const newest = journal.entries.at(-1)?.when ?? 0
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from drizzle.__drizzle_migrations where created_at > ${newest}`
  return row?.count ?? 0
}

export interface Migrated {
  readonly applied: number
  /** Those of a newer version: beside it this one may run while an upgrade is under way. */
  readonly unknown: number
}

/**
 * Brings the database up to this version, forwards only. Several processes may call it at once: an
 * advisory lock lets one work while the others wait and then find nothing to do. `timeZone` is that of
 * the people here, if it is known: messages write their times in it until somebody names another.
 */
export async function migrate(
  url: string,
  { timeZone }: { readonly timeZone?: string | undefined } = {},
): Promise<Migrated> {
  const sql = openOne(url)
  try {
    await sql`select pg_advisory_lock(${lockNumber})`
    const before = await countApplied(sql)
    await runMigrations(drizzle(sql), { migrationsFolder: folder })
    if (timeZone !== undefined) {
      await sql`update installation set message_time_zone = ${timeZone} where message_time_zone is null`
    }
    return { applied: (await countApplied(sql)) - before, unknown: await countUnknown(sql) }
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Whether nobody can administer this installation yet. */
export async function setupNeeded(url: string): Promise<boolean> {
  const sql = openOne(url)
  try {
    const [row] = await sql<{ needed: boolean }[]>`
      select not exists (select from account where role = 'admin' and disabled_at is null) as needed`
    return row?.needed ?? true
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Whether anything was ever done here: each change is audited, and the audit signed with the secret. */
export async function isInUse(url: string): Promise<boolean> {
  const sql = openOne(url)
  try {
    const [row] = await sql<{ used: boolean }[]>`
      select exists (select from audit_lane where position > 0) as used`
    return row?.used ?? false
  } finally {
    await sql.end({ timeout: 5 })
  }
}
