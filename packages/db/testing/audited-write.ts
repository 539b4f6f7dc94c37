import type { ProjectId } from '@highwater/core'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../src/client/connect.ts'
import { readNow } from '../src/client/now.ts'
import { publish } from '../src/client/topics.ts'
import { auditOf } from '../src/commands/audit-terms.ts'
import type { CommandContext } from '../src/commands/context.ts'
import { entriesOf, recordAudit } from '../src/commands/record-audit.ts'
import { auditEvent, project } from '../src/schema/index.ts'

type Record = (
  tx: Transaction,
  ...entries: Parameters<typeof recordAudit> extends [Transaction, ...infer Rest] ? Rest : never
) => Promise<void>

/** The same entries, as they were written before there was a chain. */
const recordUnchained: Record = async (tx, ...entries) => {
  await tx.insert(auditEvent).values(entriesOf(...entries))
}

/**
 * One change of a project, step by step what a command does to the database; with or without the
 * chain, so that a bench can tell what the chain costs.
 */
export async function auditedWrite(
  context: CommandContext,
  id: ProjectId,
  name: string,
  isChained: boolean,
): Promise<void> {
  const record = isChained ? recordAudit : recordUnchained
  await context.db.orm.transaction(async (tx) => {
    const now = await readNow(tx)
    const [before] = await tx.select().from(project).where(eq(project.id, id)).for('no key update')
    if (!before) throw new Error('There is no such project.')
    await tx.update(project).set({ name }).where(eq(project.id, id))
    const subject = { id, name }
    const draft = auditOf('project.update', subject, { before, after: { ...before, name } })
    const resource = { department: before.departmentId, subject }
    await record(tx, { ...context, now }, 'project.update', resource, [draft])
    await publish(tx, [`project:${id}`, 'projects', 'audit'])
  })
}
