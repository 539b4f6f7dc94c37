import { asc } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Database } from '../src/client/index.ts'
import { auditEvent } from '../src/schema/index.ts'

type AuditRow = typeof auditEvent.$inferSelect

/** The audit, oldest first. */
export const auditRows = (db: Database): Promise<AuditRow[]> =>
  db.orm.select().from(auditEvent).orderBy(asc(auditEvent.id))

/** Expects that the newest audit rows are these, oldest first, and answers them. */
export async function expectAudit(
  db: Database,
  ...expected: readonly Partial<AuditRow>[]
): Promise<AuditRow[]> {
  const newest = (await auditRows(db)).slice(-expected.length)
  expect(newest).toMatchObject([...expected])
  return newest
}

/** Runs something and expects that it leaves no trace in the audit. */
export async function expectNoAudit<T>(db: Database, run: () => Promise<T>): Promise<T> {
  const before = await db.orm.$count(auditEvent)
  const result = await run()
  expect(await db.orm.$count(auditEvent)).toBe(before)
  return result
}
