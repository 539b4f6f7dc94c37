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
