import type { DepartmentId, ProjectId } from '@highwater/core'
import { decidingRule, type LevelRule, type ProtectionLevel } from '@highwater/core/policy'
import type { ProjectState } from '@highwater/core/project'
import type { Sql, TransactionSql } from '../../client/connect.ts'
import { readLevelRules } from '../../queue/level-rules.ts'

/** A living project that a rule speaks of, with the level that it would start at today. */
export interface RuledRow {
  readonly id: ProjectId
  readonly name: string
  readonly level: ProtectionLevel
  readonly department: DepartmentId
  readonly tags: string[]
  readonly state: ProjectState
  readonly wanted: ProtectionLevel
}

/** Every living project that a rule decides about, by id. */
export async function readRuledProjects(
  tx: TransactionSql | Sql,
  rules: readonly LevelRule[],
): Promise<RuledRow[]> {
  const departments = rules.flatMap(({ department }) => department ?? [])
  const tags = rules.flatMap(({ tag }) => tag ?? [])
  const rows = await tx<Omit<RuledRow, 'wanted'>[]>`
    select p.id, p.name, p.level, p.department_id as department, p.tags, s.state
    from project p join project_state s on s.project_id = p.id
    where p.deleted_at is null
      and (p.department_id = any(${departments}::uuid[]) or p.tags && ${tags}::text[])
    order by p.id`
  return rows.flatMap((row) => {
    const rule = decidingRule(rules, row)
    return rule === null ? [] : [{ ...row, wanted: rule.level }]
  })
}

export interface RuleChanges {
  /** Living projects that a rule speaks of. */
  readonly ruled: number
  /** Those that applying the rules would give another level. */
  readonly changing: readonly RuledRow[]
  /** Those that it would leave alone, for they are finished or released. */
  readonly finished: readonly RuledRow[]
}

/** What applying the rules would change. */
export async function readRuleChanges(tx: TransactionSql | Sql): Promise<RuleChanges> {
  const rows = await readRuledProjects(tx, await readLevelRules(tx))
  const differing = rows.filter((row) => row.level !== row.wanted)
  const isOver = ({ state }: RuledRow) => state === 'finished' || state === 'released'
  return {
    ruled: rows.length,
    changing: differing.filter((row) => !isOver(row)),
    finished: differing.filter(isOver),
  }
}
