import type { Database } from '../src/client/index.ts'
import { sealedPlaces } from '../src/sealed/places.ts'

/** Everything that the database holds outside of the sealed columns, as one text: what a thief reads. */
export async function dumpUnsealed({ sql }: Database): Promise<string> {
  const tables = await sql<{ schema: string; name: string }[]>`
    select n.nspname as schema, c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'm') and n.nspname in ('public', 'drizzle') order by 1, 2`
  const dumps = tables.map(async ({ schema, name }) => {
    const sealed = sealedPlaces.filter(({ table }) => table === name).map(({ column }) => column)
    const rows = await sql<{ text: string }[]>`
      select (to_jsonb(t) - ${sealed}::text[])::text as text from ${sql(schema)}.${sql(name)} as t`
    return rows.map(({ text }) => `${name} ${text}`).join('\n')
  })
  return (await Promise.all(dumps)).join('\n')
}
