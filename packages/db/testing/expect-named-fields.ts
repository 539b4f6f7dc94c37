import { type AuditTarget, nameAuditField } from '@highwater/core/audit'
import type { Database } from '../src/client/index.ts'

interface AuditedField {
  readonly action: string
  readonly target: AuditTarget
  readonly path: string
}

/** @throws when the audit tells of a field that has no name for people */
export async function expectNamedFields(db: Database): Promise<void> {
  const fields = await db.sql<AuditedField[]>`
    select distinct action, target, change ->> 'path' as path
    from audit_event, jsonb_array_elements(changes) change`
  const nameless = fields.filter(({ target, path }) => nameAuditField(target, path) === null)
  if (nameless.length === 0) return
  const list = nameless.map(({ action, path }) => `${path} (${action})`).join(', ')
  throw new Error(`Give these fields of the audit a name in core/audit/field-names.ts: ${list}`)
}
