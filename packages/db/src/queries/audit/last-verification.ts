import type { Actor } from '@highwater/core/permissions'
import { and, desc, eq } from 'drizzle-orm'
import type { AuditVerdict } from '../../audit/verify-audit.ts'
import type { Database } from '../../client/connect.ts'
import { auditEvent } from '../../schema/index.ts'
import { permit } from '../permit.ts'

/** What the last verification of the audit found; null if there was none. @throws AppError `forbidden` */
export async function readLastVerification(
  db: Database,
  viewer: Actor,
): Promise<AuditVerdict | null> {
  permit(viewer, 'audit.read')
  const [row] = await db.orm
    .select({ verdict: auditEvent.after })
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.target, 'audit'),
        eq(auditEvent.action, 'audit.verify'),
        eq(auditEvent.result, 'succeeded'),
      ),
    )
    .orderBy(desc(auditEvent.id))
    .limit(1)
  return row ? (row.verdict as AuditVerdict) : null
}
