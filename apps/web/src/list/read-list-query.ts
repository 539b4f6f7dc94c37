/** The state of a list: its filters and its place, as they stand in the address. */
export type ListQuery<Name extends string> = Readonly<Partial<Record<Name, string>>>

export type PageParameters = Readonly<Record<string, string | readonly string[] | undefined>>

/** The known parameters of an address that have a value; of a repeated one the first. */
export function readListQuery<Name extends string>(
  parameters: PageParameters,
  names: readonly Name[],
): ListQuery<Name> {
  const query: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = parameters[name]
    const text = (typeof value === 'string' ? value : value?.[0])?.trim()
    if (text !== undefined && text !== '') query[name] = text
  }
  return query
}

/** The value if it is one of those that exist: an address may hold anything. */
export const oneOf = <Value extends string>(
  values: readonly Value[],
  text: string | undefined,
): Value | undefined => values.find((value) => value === text)
