/** The key under which the texts know a step; null for one that only its sender knows. */
export function knownStep<Name extends string>(
  name: string,
  has: (key: Name) => boolean,
): Name | null {
  const key = name
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '_') as Name
  return /^[A-Z_]+$/.test(key) && has(key) ? key : null
}
