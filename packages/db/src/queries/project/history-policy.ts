import type { Instant, ProjectId } from '@highwater/core'
import { type ProtectionLevel, protectionLevels } from '@highwater/core/policy'
import { and, asc, eq, gte, lte, sql } from 'drizzle-orm'
import { auditEvent, protectionPolicy } from '../../schema/index.ts'
import type { Reader } from '../reader.ts'
import type { LevelChange, PolicyEdit } from './threshold-steps.ts'

/** The version of the thresholds in force at `from`, and those of the range after it. */
export function readPolicyEdits(db: Reader, from: Instant, to: Instant): Promise<PolicyEdit[]> {
  return db
    .select({
      at: protectionPolicy.createdAt,
      version: protectionPolicy.version,
      settings: protectionPolicy.settings,
    })
    .from(protectionPolicy)
    .where(
      and(
        lte(protectionPolicy.createdAt, to),
        gte(
          protectionPolicy.version,
          sql`coalesce((select max(v.version) from protection_policy v where v.created_at <= ${from}::timestamptz), 1)`,
        ),
      ),
    )
    .orderBy(asc(protectionPolicy.version))
}

const isLevel = (value: unknown): value is ProtectionLevel =>
  protectionLevels.some((level) => level === value)

/** The changes of one project's level since `from`, as the audit has them. */
export async function readLevelChanges(
  db: Reader,
  id: ProjectId,
  from: Instant,
): Promise<LevelChange[]> {
  const rows = await db
    .select({ at: auditEvent.at, changes: auditEvent.changes })
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.target, 'project'),
        eq(auditEvent.targetId, id),
        eq(auditEvent.operation, 'modification'),
        eq(auditEvent.result, 'succeeded'),
        gte(auditEvent.at, from),
      ),
    )
    .orderBy(asc(auditEvent.id))
  return rows.flatMap(({ at, changes }) => {
    const level = changes.find(({ path }) => path === 'level' || path === 'protectionLevel')
    return level !== undefined && isLevel(level.before) ? [{ at, before: level.before }] : []
  })
}
