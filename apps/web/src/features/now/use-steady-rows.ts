'use client'

import { useRef } from 'react'

interface Row {
  readonly id: string
}

export interface SteadyRows<Item extends Row> {
  /** In the order in which the reader last saw them; those that are gone keep their last content. */
  readonly rows: readonly { readonly item: Item; readonly gone: boolean }[]
  /** How many newcomers wait until the pointer leaves. */
  readonly waiting: number
}

/**
 * Keeps a live list from moving under the pointer: while it is held, rows keep their places,
 * newcomers wait, and what has gone stays where it was.
 */
export function steadyRows<Item extends Row>(
  shown: readonly Item[],
  fresh: readonly Item[],
): SteadyRows<Item> {
  const byId = new Map(fresh.map((item) => [item.id, item]))
  const seen = new Set(shown.map(({ id }) => id))
  return {
    rows: shown.map((item) => {
      const now = byId.get(item.id)
      return { item: now ?? item, gone: now === undefined }
    }),
    waiting: fresh.filter(({ id }) => !seen.has(id)).length,
  }
}

/** The rows of a live list while `held` says whether the pointer is on it. */
export function useSteadyRows<Item extends Row>(
  fresh: readonly Item[],
  held: boolean,
): SteadyRows<Item> {
  const shown = useRef(fresh)
  if (!held) shown.current = fresh
  return steadyRows(shown.current, fresh)
}
