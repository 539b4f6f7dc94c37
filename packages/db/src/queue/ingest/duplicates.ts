import type { TransactionSql } from '../../client/connect.ts'

export const signalKey = (projectId: string, signalId: string): string => `${projectId} ${signalId}`

/**
 * Which of these signals are in the history already. A batch that writes the same signal in between
 * changes the project's version too, and this one starts again.
 */
export async function findStoredSignals(
  tx: TransactionSql,
  signals: readonly { projectId: string; signalId: string }[],
): Promise<Set<string>> {
  if (signals.length === 0) return new Set()
  const rows = await tx<{ project_id: string; signal_id: string }[]>`
    select s.project_id, s.signal_id
    from unnest(
      ${signals.map((signal) => signal.projectId)}::uuid[],
      ${signals.map((signal) => signal.signalId)}::text[]
    ) as wanted (project_id, signal_id)
    join signal s on s.project_id = wanted.project_id and s.signal_id = wanted.signal_id`
  return new Set(rows.map((row) => signalKey(row.project_id, row.signal_id)))
}
