import type { Parameters } from '@highwater/core/parameters'
import type { Database } from '../src/client/index.ts'

/** Sets parameters of a new installation, as an administrator would, but with no word in the audit. */
export async function setParameters({ sql }: Database, values: Partial<Parameters>): Promise<void> {
  await sql`
    insert into parameter (key, value, version, changed_at, changed_by_name)
    select key, value::float, 1, now(), '–' from jsonb_each_text(${sql.json(values)}) as given (key, value)`
}
