import { type RefObject, useEffect, useRef, useState } from 'react'

interface KeyedRow<Value> {
  readonly key: number
  readonly value: Value
}

interface Rows<Value> {
  readonly rows: readonly KeyedRow<Value>[]
  readonly add: () => void
  readonly remove: (key: number) => void
  /** For what holds the rows, each a child, and after them the button that adds one. */
  readonly list: RefObject<HTMLDivElement | null>
}

/** The button of a removed row went with it: the focus goes to the next row, or to what adds one. */
function focusRow(list: HTMLDivElement | null, row: number): void {
  const place = row < 0 ? list : list?.children[row]
  place?.querySelector<HTMLElement>('input, button')?.focus()
}

/** Rows of a growing form list, each with a key that survives its neighbours. */
export function useRows<Value>(initial: readonly Value[], blank: Value): Rows<Value> {
  const start = initial.length === 0 ? [blank] : initial
  const [state, setState] = useState({
    rows: start.map((value, key) => ({ key, value })),
    nextKey: start.length,
  })
  const list = useRef<HTMLDivElement>(null)
  const removed = useRef<number | null>(null)
  useEffect(() => {
    if (removed.current === null) return
    focusRow(list.current, Math.min(removed.current, state.rows.length - 1))
    removed.current = null
  }, [state.rows])
  return {
    rows: state.rows,
    list,
    add: () =>
      setState(({ rows, nextKey }) => ({
        rows: [...rows, { key: nextKey, value: blank }],
        nextKey: nextKey + 1,
      })),
    remove(key) {
      removed.current = state.rows.findIndex((row) => row.key === key)
      setState(({ rows, nextKey }) => ({ rows: rows.filter((row) => row.key !== key), nextKey }))
    },
  }
}
