import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { connect, type Database } from '../src/client/index.ts'
import { migrate } from '../src/migrate.ts'
import { installClock, type MovableClock } from './clock.ts'
import { expectNamedFields } from './expect-named-fields.ts'
import { expectWaitingKept } from './expect-waiting-kept.ts'

const journal = fileURLToPath(new URL('../migrations/meta/_journal.json', import.meta.url))

const databaseAt = (serverUrl: string, name: string): string => {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.toString()
}

/** Makes the migrated database that the others are copies of, once per set of migrations. */
async function prepareTemplate(server: postgres.Sql, serverUrl: string): Promise<string> {
  const version = createHash('sha256').update(readFileSync(journal)).digest('hex').slice(0, 12)
  const name = `highwater_template_${version}`
  await server`select pg_advisory_lock(7263002)`
  const [found] = await server`select from pg_database where datname = ${name} and datistemplate`
  if (!found) {
    await server.unsafe(`drop database if exists ${name} with (force)`)
    await server.unsafe(`create database ${name}`)
    await migrate(databaseAt(serverUrl, name))
    await installClock(databaseAt(serverUrl, name))
    await server.unsafe(`alter database ${name} is_template true`)
  }
  await server`select pg_advisory_unlock(7263002)`
  return name
}

/** Makes a migrated database of its own on the server and answers its address. */
export async function prepareDatabase(serverUrl: string): Promise<string> {
  const server = postgres(serverUrl, { max: 1, onnotice: () => {} })
  try {
    const template = await prepareTemplate(server, serverUrl)
    const name = `test_${randomUUID().replaceAll('-', '')}`
    // Copied as files: the usual way writes all of them to the log too.
    await server.unsafe(`create database ${name} template ${template} strategy file_copy`)
    await server.unsafe(`alter database ${name} set search_path = test_clock, pg_catalog, public`)
    return databaseAt(serverUrl, name)
  } finally {
    await server.end()
  }
}

/** Hundreds of tests in a row would otherwise fill the disk, or the memory that stands for it. */
async function dropDatabase(serverUrl: string, url: string): Promise<void> {
  const server = postgres(serverUrl, { max: 1, onnotice: () => {} })
  await server.unsafe(`drop database ${new URL(url).pathname.slice(1)} with (force)`)
  await server.end()
}

export interface FreshDatabase {
  readonly db: Database
  readonly url: string
  readonly clock: MovableClock
  readonly close: () => Promise<void>
}

/**
 * A migrated database that no other test touches, with a clock that can be moved. Whatever a test does
 * to the audit, each field that it changed must have a name; whatever to the outbox, what waits is known.
 */
export async function freshDatabase(serverUrl: string): Promise<FreshDatabase> {
  const url = await prepareDatabase(serverUrl)
  const db = connect(url, { name: 'test', maxConnections: 6 })
  const advance: MovableClock['advance'] = async (length) => {
    await db.sql`update test_clock.setting set ahead = ahead + ${`${length} milliseconds`}::interval`
  }
  const close = async () => {
    try {
      await expectNamedFields(db)
      await expectWaitingKept(db)
    } finally {
      await db.close()
      await dropDatabase(serverUrl, url)
    }
  }
  return { db, url, clock: { advance }, close }
}
