/** What a provider says of a person, as it came. */
export type Claims = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Claims =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The claim of exactly this name; only then the name is taken for a path with dots. */
function lookUp(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name]
  const at = name.indexOf('.')
  if (at < 0) return undefined
  const outer = name.slice(0, at)
  const inner = Object.hasOwn(claims, outer) ? claims[outer] : undefined
  return isRecord(inner) ? lookUp(inner, name.slice(at + 1)) : undefined
}

/** The values of a claim as text; null where the provider does not speak of it at all. */
export function valuesOf(claims: Claims, name: string): readonly string[] | null {
  const found = lookUp(claims, name)
  if (found === undefined || found === null) return null
  const list = Array.isArray(found) ? found : [found]
  return list
    .filter((value) => ['string', 'number', 'boolean'].includes(typeof value))
    .map((value) => String(value))
}
