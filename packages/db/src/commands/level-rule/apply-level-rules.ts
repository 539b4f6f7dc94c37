import type { ProtectionLevel } from '@highwater/core/policy'
import { z } from 'zod'
import { readRuledProjects } from '../../queries/level-rule/ruled-projects.ts'
import { readLevelRules } from '../../queue/level-rules.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { lookAgainAt } from '../look-again.ts'
import { notSet, reasonAgainst } from '../project/level-not-set.ts'
import { type ChosenProject, loadProjects } from '../project/load-projects.ts'
import { sqlOf } from '../sql-of.ts'

interface Ruled extends ChosenProject {
  readonly wanted: ProtectionLevel
}

/**
 * Puts the projects that there are under the levels that the rules would give them if they were new.
 * What is not changed is named with its reason, as in any bulk change (P7).
 */
export const applyLevelRules = defineCommand({
  action: 'project.setLevel',
  input: z.strictObject({}),
  async load(tx, _input, { actor }): Promise<Ruled[]> {
    const sql = sqlOf(tx)
    const ruled = await readRuledProjects(sql, await readLevelRules(sql))
    const differing = ruled.filter((row) => row.level !== row.wanted)
    const wanted = new Map(differing.map((row) => [row.id, row.wanted]))
    const rows = await loadProjects(tx, actor, { projects: [...wanted.keys()] })
    return rows.map((row) => ({ ...row, wanted: wanted.get(row.id) ?? row.level }))
  },
  resource: () => ({ department: null, subject: { id: 'level-rules', name: 'level rules' } }),
  async change(tx, rows, _input, { now }) {
    const judged = rows.map((row) => ({ row, code: reasonAgainst(row, row.wanted) }))
    const changed = judged.flatMap(({ row, code }) => (code === null ? [row] : []))
    const unchanged = judged.flatMap(({ row, code }) =>
      code === null ? [] : { ...notSet(row.id, code), name: row.name },
    )
    const result = { changed: changed.length, unchanged }
    const [first, ...others] = changed.map((row) =>
      auditOf('project.setLevel', row, {
        before: { protectionLevel: row.level },
        after: { protectionLevel: row.wanted },
      }),
    )
    if (!first) return { result, unchanged: true }
    const ids = changed.map(({ id }) => id)
    await sqlOf(tx)`
      update project p set level = t.level, version = p.version + 1
      from unnest(${ids}::uuid[], ${changed.map(({ wanted }) => wanted)}::text[]) as t (id, level)
      where p.id = t.id`
    await lookAgainAt(tx, ids, now)
    return { result, audit: [first, ...others], topics: ['projects', 'evaluate'] }
  },
})
