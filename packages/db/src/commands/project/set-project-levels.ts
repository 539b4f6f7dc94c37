import type { Actor } from '@highwater/core/permissions'
import { protectionLevels } from '@highwater/core/policy'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { projectFilter } from '../../queries/project/filters.ts'
import { project } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { lookAgainAt } from '../look-again.ts'
import { personOf } from '../person-of.ts'
import type { Resource } from '../refused.ts'
import { notSet, reasonAgainst } from './level-not-set.ts'
import { type ChosenProject, loadProjects } from './load-projects.ts'

const mostPicked = 1_000
const level = z.enum(protectionLevels)

export const setProjectLevelsInput = z.union(
  [
    z.strictObject({
      level,
      projects: z
        .array(idInput<'project'>())
        .min(1, 'Name at least one project.')
        .max(mostPicked, `Name at most ${mostPicked} projects, or use a filter.`),
    }),
    z.strictObject({ level, filter: projectFilter }),
  ],
  { error: 'Say the level, and either "projects" (a list of ids) or "filter".' },
)

/**
 * What the permission table is asked about: any one project that may be changed, so that the others
 * are refused one by one. Where nothing was found there is nothing to refuse either.
 */
function groundFor(rows: readonly ChosenProject[], actor: Actor): Resource {
  const row = rows.find(({ permitted }) => permitted) ?? rows[0]
  if (row) return { department: row.department, owner: row.owner }
  return { department: actor.type === 'token' ? actor.department : null, owner: personOf(actor) }
}

/** Sets the level of many projects at once; what is not changed is named with its reason (P7). */
export const setProjectLevels = defineCommand({
  action: 'project.setLevel',
  input: setProjectLevelsInput,
  load: (tx, input, { actor }) => loadProjects(tx, actor, input),
  resource: (rows, _input, { actor }) => groundFor(rows, actor),
  async change(tx, rows, input, { now }) {
    const found = new Set(rows.map(({ id }) => id))
    const named = 'projects' in input ? [...new Set(input.projects)] : []
    const missing = named.filter((id) => !found.has(id))
    const changed: ChosenProject[] = []
    const unchanged = missing.map((id) => notSet(id, 'not_found'))
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
