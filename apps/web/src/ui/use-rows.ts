import { useState } from 'react'

interface KeyedRow<Value> {
  readonly key: number
  readonly value: Value
}

interface Rows<Value> {
  readonly rows: readonly KeyedRow<Value>[]
  readonly add: () => void
  readonly remove: (key: number) => void
}

/** Rows of a growing form list, each with a key that survives its neighbours. */
export function useRows<Value>(initial: readonly Value[], blank: Value): Rows<Value> {
  const start = initial.length === 0 ? [blank] : initial
  const [state, setState] = useState({
    rows: start.map((value, key) => ({ key, value })),
    nextKey: start.length,
  })
  return {
    rows: state.rows,
    add: () =>
      setState(({ rows, nextKey }) => ({
        rows: [...rows, { key: nextKey, value: blank }],
        nextKey: nextKey + 1,
      })),
    remove: (key) =>
      setState(({ rows, nextKey }) => ({ rows: rows.filter((row) => row.key !== key), nextKey })),
  }
}
