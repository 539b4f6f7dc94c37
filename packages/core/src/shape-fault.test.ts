import { expect, it } from 'vitest'
import { z } from 'zod'
import { faultsOf } from './parse-input.ts'

const said = (schema: z.ZodType, value: unknown) => {
  const parsed = schema.safeParse(value)
  return parsed.success ? [] : faultsOf(parsed.error).map(({ message }) => message)
}

const kinds = z.enum(['migration', 'synchronization'])

it.each([
  [z.string(), 5, 'This must be a text.'],
  [z.number(), 'x', 'This must be a number.'],
  [z.number(), Infinity, 'This must be a number.'],
  [z.int(), 1.5, 'This must be a whole number.'],
  [z.boolean(), 'yes', 'This must be true or false.'],
  [z.array(z.string()), {}, 'This must be a list.'],
  [z.strictObject({ a: z.string() }), [], 'This must be an object.'],
  [z.record(z.string(), z.string()), 'x', 'This must be an object.'],
  [z.string(), null, 'This must not be null.'],
  [z.string(), undefined, 'This field is missing.'],
  [z.number(), Number.NaN, 'This field is missing.'],
])('a value of the wrong type is told what it must be: %#', (schema, value, words) => {
  expect(said(schema, value)).toEqual([words])
})

it.each([
  [kinds, 'backup', 'This must be "migration" or "synchronization".'],
  [z.literal('Bearer'), 'Basic', 'This must be "Bearer".'],
  [z.union([z.boolean(), z.stringbool()]), 'maybe', 'This must be true or false.'],
  [z.union([z.string(), z.int()]), true, 'This must be a text or a number.'],
  [
    z.union([z.object({ a: z.int() }), z.object({ b: z.int() })]),
    {},
    'This value cannot be used here.',
  ],
])('of what may be one of several all are named: %#', (schema, value, words) => {
  expect(said(schema, value)).toEqual([words])
})

it.each([
  [z.string().max(3), 'four', 'Use at most 3 characters.'],
  [z.string().min(3), 'ab', 'Use at least 3 characters.'],
  [z.string().min(1), '', 'This must not be empty.'],
  [z.array(z.int()).max(1), [1, 2], 'Use at most 1 entry.'],
  [z.array(z.int()).min(1), [], 'This must not be empty.'],
  [z.number().max(5), 9, 'Use at most 5.'],
  [z.number().gt(5), 5, 'Use more than 5.'],
  [z.number().multipleOf(5), 3, 'Use a multiple of 5.'],
])('of a size the bound is told: %#', (schema, value, words) => {
  expect(said(schema, value)).toEqual([words])
})

it.each([
  [z.uuid(), 'x', 'This is not an id.'],
  [z.iso.datetime(), 'today', 'Use an ISO 8601 time such as 2026-01-31T12:00:00Z.'],
  [z.string().regex(/^D\d+$/), 'x', 'This value cannot be used here.'],
  [z.string().refine(() => false), 'x', 'This value cannot be used here.'],
])(
  'of a form it is said what it is, not by which pattern it is sought: %#',
  (schema, value, words) => {
    expect(said(schema, value)).toEqual([words])
  },
)

it('a rule with words of its own keeps them', () => {
  expect(said(z.string('Name the host.'), 5)).toEqual(['Name the host.'])
  const named = z.string().refine(() => false, 'Invalid in this department.')
  expect(said(named, 'x')).toEqual(['Invalid in this department.'])
})
