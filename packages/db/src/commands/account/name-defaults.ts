import type { Locale } from '@highwater/core'
import { firstNames } from '@highwater/core/account'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'

/**
 * Calls the default department and the default subscription by their names in the language of whoever
 * sets the installation up. What programs have named before, or taken the name for, stays as it is.
 */
export async function nameDefaults(tx: Transaction, locale: Locale): Promise<void> {
  for (const [what, names] of Object.entries(firstNames)) {
    const table = sql.identifier(what)
    const isTheirs = what === 'subscription' ? sql`and department_id is null` : sql``
    await tx.execute(sql`
      update ${table} set name = ${names[locale]}
      where is_default ${isTheirs} and name = ${names.en} and not exists (
        select from ${table} other where other.name = ${names[locale]} and other.deleted_at is null)`)
  }
}
