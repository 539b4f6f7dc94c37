/** All that anybody learns of a secret: whether there is one. */
export type SecretsShown = Readonly<Record<string, 'set' | 'unset'>>

export const showSecrets = (
  possible: readonly string[],
  present: readonly string[],
): SecretsShown =>
  Object.fromEntries(
    [...new Set([...possible, ...present])].map((name) => [
      name,
      present.includes(name) ? 'set' : 'unset',
    ]),
  )
