/** The state of a list: its filters, sort and place, as they stand in the address. */
export type ListQuery = Readonly<Record<string, string>>

type RawParameters = Readonly<Record<string, string | readonly string[] | undefined>>

/** The known parameters of an address that have a value; of a repeated one the first. */
export function readListQuery(parameters: RawParameters, names: readonly string[]): ListQuery {
  const entries = names.flatMap((name): [string, string][] => {
    const value = parameters[name]
    const text = (typeof value === 'string' ? value : value?.[0])?.trim()
    return text === undefined || text === '' ? [] : [[name, text]]
  })
  return Object.fromEntries(entries)
}

/**
 * The list's address with some parameters changed; null takes one off. A changed filter begins at
 * the first page again, so the cursor goes unless it is what changes.
 */
export function listAddress(
  path: string,
  query: ListQuery,
  changes: Readonly<Record<string, string | null>> = {},
): string {
  const { cursor: _, ...filters } = query
  const next = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filters, ...changes })) {
    if (value !== null && value !== '') next.set(name, value)
  }
  const text = next.toString()
  return text === '' ? path : `${path}?${text}`
}
