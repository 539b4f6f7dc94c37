import { type AlertSearch, boundsOf } from './alert-search.ts'

/** What the address of the list asks of the server. */
export function alertListInput(search: AlertSearch, now: number, timeZone: string) {
  const { range, from, to, sending, ...filter } = search
  const given = Object.entries({ ...filter, sendingStatus: sending }).filter(
    ([, value]) => value !== undefined,
  )
  return { ...boundsOf({ range, from, to }, now, timeZone), ...Object.fromEntries(given) }
}

export type AlertListInput = ReturnType<typeof alertListInput>
