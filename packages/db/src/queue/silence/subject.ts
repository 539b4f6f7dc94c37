import type { SilenceSubject } from '@highwater/core/silence'
import type { TransactionSql } from '../../client/connect.ts'
import type { AlertRow } from '../alert-row.ts'

/** How silences look at these alerts: an alert has the tags that its project has now. */
export async function readSubjects(
  tx: TransactionSql,
  alerts: readonly AlertRow[],
): Promise<(alert: AlertRow) => SilenceSubject> {
  const projects = alerts.flatMap(({ project_id }) => project_id ?? [])
  const rows = await tx<{ id: string; tags: string[] }[]>`
    select id, tags from project where id = any(${projects}::uuid[])`
  const tags = new Map(rows.map((row) => [row.id, row.tags]))
  return (alert) => ({
    event: alert.event,
    level: alert.level,
    project: alert.project_id,
    department: alert.department_id,
    tags: (alert.project_id === null ? undefined : tags.get(alert.project_id)) ?? [],
  })
}
