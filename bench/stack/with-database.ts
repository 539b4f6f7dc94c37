import { randomUUID } from 'node:crypto'
import { connect, type Database } from '@highwater/db/client'
import { migrate } from '@highwater/db/migrate'
import postgres from 'postgres'

export interface BenchDatabase {
  readonly url: string
  readonly db: Database
}

/** Lends a migrated database of its own, as the product has it: no test clock, everything durable. */
export async function withDatabase<Out>(
  serverUrl: string,
  use: (database: BenchDatabase) => Promise<Out>,
): Promise<Out> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`
  const server = postgres(serverUrl, { max: 1, onnotice: () => undefined })
  const address = new URL(serverUrl)
  address.pathname = `/${name}`
  const url = address.toString()
  try {
    await server`create database ${server(name)}`
    await migrate(url)
    const db = connect(url, { name: 'bench', maxConnections: 4 })
    try {
      return await use({ url, db })
    } finally {
      await db.close()
    }
  } finally {
    await server`drop database if exists ${server(name)} with (force)`
    await server.end()
  }
}
