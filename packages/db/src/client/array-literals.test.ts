import { instant } from '@highwater/core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../testing/fresh-database.ts'
import {
  booleanArray,
  flagArray,
  instantArray,
  jsonArray,
  plainArray,
  textArray,
} from './array-literals.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

const words = [
  '',
  'null',
  'NULL',
  ' a ',
  'a,b',
  '{a}',
  '"',
  '\\',
  '\\"',
  'line\nbreak',
  '延迟 😀',
  null,
]

test('whatever a text holds, the database reads the same text', async () => {
  const [row] = await fresh.db.sql<{ texts: unknown }[]>`
    select to_json(${textArray(words)}::text[]) as texts`
  expect(row?.texts).toEqual(words)
})

test('numbers and ids arrive with their nulls in place', async () => {
  const id = '00000000-0000-7000-8000-000000000001'
  const [row] = await fresh.db.sql<{ numbers: unknown; ids: unknown }[]>`
    select to_json(${plainArray([1_790_000_000_123, null, -0.5, 0])}::float8[]) as numbers,
      to_json(${plainArray([null, id])}::uuid[]) as ids`
  expect(row).toEqual({ numbers: [1_790_000_000_123, null, -0.5, 0], ids: [null, id] })
})

test('instants, flags and documents arrive as they were, nulls in place', async () => {
  const at = instant(1_790_000_000_123)
  const documents = [{ said: words }, null, ['"', 1]]
  const [row] = await fresh.db.sql<{ instants: unknown; flags: unknown; documents: unknown }[]>`
    select (select json_agg((extract(epoch from at) * 1000)::float8)
        from unnest(${instantArray([at, at, null, instant(0)])}::timestamptz[]) as at) as instants,
      to_json(${booleanArray([true, null, false])}::boolean[]) as flags,
      to_json(${jsonArray(documents)}::jsonb[]) as documents`
  expect(row).toEqual({ instants: [at, at, null, 0], flags: [true, null, false], documents })
})

test('a column of nulls and a flag that is not set come out of unnest as such', async () => {
  const rows = await fresh.db.sql`
    select number, word, flag is true as flag from unnest(
      ${plainArray([1, 2])}::int[], ${textArray([null, null])}::text[],
      ${flagArray([false, true])}::boolean[]
    ) as t (number, word, flag)`
  expect([...rows]).toEqual([
    { number: 1, word: null, flag: false },
    { number: 2, word: null, flag: true },
  ])
})
