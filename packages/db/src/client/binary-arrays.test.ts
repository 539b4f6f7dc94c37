import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../testing/fresh-database.ts'
import { type BinaryArray, numberArray, parameterOf, uuidArray } from './binary-arrays.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

/** What the database takes an array for, as text. */
const readAs = (type: 'uuid' | 'int' | 'bigint' | 'float8', array: BinaryArray) =>
  fresh.db.sql.begin(async (tx) => {
    const [row] = await tx<{ values: readonly (string | null)[] }[]>`
      select to_json(array(select unnest(${parameterOf(tx, array)}::${tx.unsafe(type)}[])::text)) as values`
    return row?.values
  })

const texts = (values: readonly (number | null)[]) =>
  values.every((value) => value === null)
    ? []
    : values.map((value) => (value === null ? null : String(value)))

const ranges = {
  int: fc.integer(),
  bigint: fc.maxSafeInteger(),
  // Of the rest the database writes the exponent in other words.
  float8: fc.integer({ min: -8_000_000_000_000, max: 8_000_000_000_000 }).map((n) => n / 8),
} as const

test.each(['int', 'bigint', 'float8'] as const)(
  'an array of %s arrives as it was written',
  async (type) => {
    const values = fc.array(fc.oneof(ranges[type], fc.constant(null)), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(values, async (values) => {
        expect(await readAs(type, numberArray(type, values))).toEqual(texts(values))
      }),
      { numRuns: 50 },
    )
  },
)

test('an array of ids arrives as it was written, whatever case they are in', async () => {
  const ids = Array.from({ length: 1_000 }, () => randomUUID())
  expect(await readAs('uuid', uuidArray(ids))).toEqual(ids)
  expect(await readAs('uuid', uuidArray(ids.map((id) => id.toUpperCase())))).toEqual(ids)
  expect(await readAs('uuid', uuidArray([]))).toEqual([])
})

test('bytes themselves still arrive as bytes', async () => {
  const bytes = Buffer.from([0, 1, 92, 255])
  const [row] = await fresh.db.sql`select ${bytes}::bytea as bytes`
  expect(row?.bytes).toEqual(bytes)
})
