type Parameters = Readonly<Record<string, string | number | undefined>>

/** The address of a list with these parameters; unset ones are left out. */
export function listAddress(path: string, parameters: Parameters): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') query.set(name, String(value))
  }
  return query.size === 0 ? path : `${path}?${query}`
}
