import type { ProjectId } from '@highwater/core'
import type { ProjectFacts } from '@highwater/core/alert'
import { thresholdsFor } from '@highwater/core/policy'
import type { TransactionSql } from '../../client/connect.ts'
import type { AlertRow } from '../../queue/alert-row.ts'
import type { PolicyInForce } from '../../queue/current-policy.ts'
import { type DueProject, factColumns, factTables } from '../../queue/evaluate/due-projects.ts'
import { factsOf } from '../../queue/evaluate/judge.ts'
import { readAlertsOf } from '../../queue/load-alerts.ts'
import { affectedBy, type Proposal } from './proposal.ts'

/** One project that a proposal moves, with its facts as they are and as they would be. */
export interface WonderedProject {
  readonly project: DueProject
  readonly alerts: readonly AlertRow[]
  readonly before: ProjectFacts
  readonly after: ProjectFacts
}

const asProposed = (
  facts: ProjectFacts,
  { id, kind }: DueProject,
  policy: PolicyInForce,
  proposal: Proposal,
): ProjectFacts => {
  const given = proposal.changes === 'levels' ? proposal.levels.get(id) : undefined
  const level = given ?? facts.level
  const settings = proposal.changes === 'settings' ? proposal.settings : policy.settings
  return { ...facts, level, thresholds: thresholdsFor(settings, level, kind) }
}

/** The next projects in the order of their ids that a proposal moves. */
export async function readWonderedProjects(
  tx: TransactionSql,
  policy: PolicyInForce,
  proposal: Proposal,
  after: ProjectId | null,
  limit: number,
): Promise<WonderedProject[]> {
  const projects = await tx<DueProject[]>`
    select ${factColumns(tx)} from project_state s ${factTables(tx)}
    where ${affectedBy(tx, proposal, policy.settings)} and p.deleted_at is null
      and ${after === null ? tx`true` : tx`p.id > ${after}`}
    order by p.id limit ${limit}`
  const ids = projects.map((project) => project.id)
  const alerts = await readAlertsOf(tx, ids, policy.calming.reopenWithin)
  const byProject = Map.groupBy(alerts, (alert) => alert.project_id)
  return projects.map((project) => {
    const own = byProject.get(project.id) ?? []
    const before = factsOf(project, own, policy)
    return { project, alerts: own, before, after: asProposed(before, project, policy, proposal) }
  })
}
