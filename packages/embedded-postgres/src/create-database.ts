import postgres from 'postgres'
import { superuser } from './initialize-data.ts'

type Access = { readonly port: number; readonly password: string }

export function databaseUrl(access: Access, database: string): string {
  return `postgres://${superuser}:${access.password}@127.0.0.1:${access.port}/${encodeURIComponent(database)}`
}

/** Makes the database if it is missing and returns its URL. */
export async function createDatabase(access: Access, name: string): Promise<string> {
  const sql = postgres(databaseUrl(access, 'postgres'), { max: 1, onnotice: () => undefined })
  try {
    const [existing] = await sql`select from pg_database where datname = ${name}`
    if (existing === undefined) await sql`create database ${sql(name)}`
  } finally {
    await sql.end()
  }
  return databaseUrl(access, name)
}
