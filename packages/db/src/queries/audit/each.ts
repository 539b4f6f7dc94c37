import { parseInput } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { desc } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../../client/connect.ts'
import { auditEvent } from '../../schema/index.ts'
import { permit } from '../permit.ts'
import { type AuditDetail, auditFilterFields, auditPage } from './list.ts'

/** An entry with its place in the chain: it can be found there again, unchanged or not. */
export interface AuditRecord extends AuditDetail {
  readonly lane: number | null
  readonly position: number | null
  readonly sealKey: string | null
  readonly seal: string | null
}

const filterInput = z.strictObject(auditFilterFields)
const portion = 500

/**
 * Every entry of the filter, newest first. It is read in portions as the reader takes them: a list of
 * any length needs the memory of one, and breaks off for whoever may not read it any more. @throws AppError `forbidden`
 */
export async function* eachAuditEvent(
  db: Database,
  viewerStill: () => Promise<Actor>,
  rawFilter: z.input<typeof filterInput>,
): AsyncGenerator<AuditRecord> {
  const filter = parseInput(filterInput, rawFilter)
  let before: number | null = null
  for (;;) {
    permit(await viewerStill(), 'audit.export')
    const rows: AuditRecord[] = await db.orm
      .select()
      .from(auditEvent)
      .where(auditPage(filter, before, portion))
      .orderBy(desc(auditEvent.id))
      .limit(portion)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < portion) return
    before = last.id
  }
}
