import type { Migrated } from '@highwater/db/migrate'

/** What an operator has to know of a database that a newer version has been at; null when there is nothing. */
export function warningAfter({ unknown }: Migrated): string | null {
  if (unknown === 0) return null
  return (
    `A newer Highwater has been at this database: this version does not know ${unknown} of its migrations. ` +
    'Let it run only until the upgrade is complete; to go back for good, bring back a backup from before it.'
  )
}
