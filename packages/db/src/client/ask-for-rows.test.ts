import { instant } from '@highwater/core'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { prepareDatabase } from '../../testing/fresh-database.ts'
import { askForRows } from './ask-for-rows.ts'
import { connect, type Database } from './connect.ts'

let db: Database
beforeAll(async () => {
  db = connect(await prepareDatabase(inject('postgresUrl')), { name: 'test', maxConnections: 1 })
})
afterAll(() => db.close())

interface Told {
  readonly at: number
  readonly never: number | null
  readonly words: readonly string[]
}

const told = sql`
  select to_timestamp(1790000000.123) as at, null::timestamptz as never, array['延迟', '"'] as words
  from generate_series(1, 2)`

test('rows come with their times as instants, and with what is not there as null', async () => {
  const row = { at: instant(1_790_000_000_123), never: null, words: ['延迟', '"'] }
  expect(await askForRows<Told>(db, told, ['at', 'never'])).toEqual([row, row])
  expect(await askForRows<Told>(db, sql`select 1 as at where false`, ['at'])).toEqual([])
})

test('a question is planned once, with or without parameters, and no plans are kept without end', async () => {
  const ask = (width: number, word: string) =>
    askForRows(db, sql`select ${word}::text as word, ${sql.raw(String(width))} as width`, [])
  expect(await ask(1, 'a')).toEqual([{ word: 'a', width: 1 }])
  expect(await ask(1, 'b')).toEqual([{ word: 'b', width: 1 }])
  for (let width = 2; width < 200; width += 1) await ask(width, 'c')
  const [row] = await db.sql<{ twice: number; plain: number; kept: number }[]>`
    select count(*) filter (where statement like '%as width%' and generic_plans + custom_plans = 2)::int as twice,
      count(*) filter (where statement like 'select json_agg%generate_series%')::int as plain,
      count(*) filter (where statement like '%as asked')::int as kept
    from pg_prepared_statements`
  expect(row).toMatchObject({ twice: 1, plain: 1 })
  expect(row?.kept).toBeLessThan(100)
})
