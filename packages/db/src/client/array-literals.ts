import type { Instant } from '@highwater/core'
import { formatTimestamp } from './instants.ts'

/**
 * Arrays as PostgreSQL writes them, for `${literal}::type[]`: the driver would ask, quote and escape
 * value by value. A column of nothing but nulls travels empty, for `unnest` fills up with nulls; at
 * least one array beside it has to have its full length.
 */
function literalOf<Value>(
  values: readonly (Value | null)[],
  write: (value: Value) => string | Value,
): string {
  if (values.every((value) => value === null)) return '{}'
  return `{${values.map((value) => (value === null ? 'null' : write(value))).join(',')}}`
}

const asItIs = <Value>(value: Value): Value => value

/** Numbers, and UUIDs: neither holds a character that means something in an array. */
export const plainArray = (values: readonly (number | string | null)[]): string =>
  literalOf(values, asItIs)

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`

export const textArray = (values: readonly (string | null)[]): string => literalOf(values, quoted)

/** Only what is true is written, the rest as null: read it with `is true`. */
export const flagArray = (values: readonly boolean[]): string =>
  literalOf(
    values.map((value) => (value ? true : null)),
    () => 't',
  )

export const booleanArray = (values: readonly (boolean | null)[]): string =>
  literalOf(values, (value) => (value ? 't' : 'f'))

/** The same instant is written once for a whole run of equals: most are the present one. */
export function instantArray(values: readonly (Instant | null)[]): string {
  let written: readonly [Instant, string] | null = null
  return literalOf(values, (at) => {
    written = written?.[0] === at ? written : [at, formatTimestamp(at)]
    return written[1]
  })
}

/** Values as JSON, for an array of `jsonb`. */
export const jsonArray = (values: readonly unknown[]): string =>
  textArray(
    values.map((value) => (value === null || value === undefined ? null : JSON.stringify(value))),
  )
