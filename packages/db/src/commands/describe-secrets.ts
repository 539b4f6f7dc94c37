import { masked } from '@highwater/core/audit'
import { isSame } from './same.ts'

type Secrets = Readonly<Record<string, unknown>>

/** Secrets as the audit shows them: set or unset, and a mask where `before` had another value. */
export function describeSecrets(
  names: readonly string[],
  secrets: Secrets,
  before: Secrets | null = null,
): Record<string, string> {
  const describe = (name: string): string => {
    if (secrets[name] === undefined) return 'unset'
    const replaced = before?.[name] !== undefined && !isSame(before[name], secrets[name])
    return replaced ? masked : 'set'
  }
  return Object.fromEntries(names.map((name) => [name, describe(name)]))
}
