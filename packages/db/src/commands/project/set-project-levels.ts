import { protectionLevels } from '@highwater/core/policy'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { projectFilter } from '../../queries/project/filters.ts'
import { project } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { lookAgainAt } from '../look-again.ts'
import { groundFor, missingFrom, pickedProjects } from './choice.ts'
import { notSet, reasonAgainst } from './level-not-set.ts'
import { type ChosenProject, loadProjects } from './load-projects.ts'

const level = z.enum(protectionLevels)

export const setProjectLevelsInput = z.union(
  [
    z.strictObject({
      level,
      projects: pickedProjects,
    }),
    z.strictObject({ level, filter: projectFilter }),
  ],
  { error: 'Say the level, and either "projects" (a list of ids) or "filter".' },
)

/** Sets the level of many projects at once; what is not changed is named with its reason (P7). */
export const setProjectLevels = defineCommand({
  action: 'project.setLevel',
  input: setProjectLevelsInput,
  load: (tx, input, { actor }) => loadProjects(tx, actor, input),
  resource: (rows, _input, { actor }) => groundFor(rows, actor),
  async change(tx, rows, input, { now }) {
    const changed: ChosenProject[] = []
    const unchanged = missingFrom(input, rows).map((id) => notSet(id, 'not_found'))
    for (const row of rows) {
      const code = reasonAgainst(row, input.level)
      if (code === null) changed.push(row)
      else unchanged.push(notSet(row.id, code))
    }
    const result = { changed: changed.length, unchanged }
    const drafts = changed.map((row) =>
      auditOf('project.setLevel', row, {
        before: { protectionLevel: row.level },
        after: { protectionLevel: input.level },
      }),
    )
    const [first, ...others] = drafts
    if (!first) return { result, unchanged: true }
    const ids = changed.map(({ id }) => id)
    await tx
      .update(project)
      .set({ level: input.level, version: sql`${project.version} + 1` })
      .where(sql`${project.id} = any(${sql.param(ids)}::uuid[])`)
    await lookAgainAt(tx, ids, now)
    return { result, audit: [first, ...others], topics: ['projects', 'evaluate'] }
  },
})
