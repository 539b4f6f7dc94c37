import type { Database } from '../client/index.ts'
import { readNow } from '../client/now.ts'
import { auditOf } from '../commands/audit-terms.ts'
import type { CommandContext } from '../commands/context.ts'
import { recordAudit } from '../commands/record-audit.ts'

const tables = ['audit_event', 'audit_lane', 'audit_checkpoint'] as const

/** What a superuser does to the audit: no trigger stands in the way. */
export async function asSuperuser(db: Database, ...statements: readonly string[]): Promise<void> {
  await db.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    for (const statement of statements) await tx.unsafe(statement)
  })
}

/** Keeps the audit as it stands; the answer puts it back. */
export async function keepAudit(db: Database): Promise<() => Promise<void>> {
  for (const table of tables) await db.sql.unsafe(`create table kept_${table} as table ${table}`)
  return () =>
    asSuperuser(
      db,
      ...tables.flatMap((table) => [
        `delete from ${table}`,
        `insert into ${table} ${table === 'audit_event' ? 'overriding system value' : ''} table kept_${table}`,
      ]),
    )
}

/** So many people rename something, each over a connection of their own: several lanes fill. */
export async function renameTogether(
  context: CommandContext,
  writers: number,
  nameOf: (index: number) => string = (index) => `thing ${index}`,
): Promise<void> {
  await Promise.all(
    Array.from({ length: writers }, (_, index) =>
      context.db.orm.transaction(async (tx) => {
        const subject = { id: `thing ${index}`, name: nameOf(index) }
        const draft = auditOf('tag.write', subject, { before: { name: 'a' }, after: { name: 'b' } })
        const now = await readNow(tx)
        await recordAudit(tx, { ...context, now }, 'tag.write', { subject }, [draft])
      }),
    ),
  )
}
