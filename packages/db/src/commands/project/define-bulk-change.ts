import type { Action } from '@highwater/core/permissions'
import { z } from 'zod'
import type { Transaction } from '../../client/connect.ts'
import type { Topic } from '../../client/topics.ts'
import { auditOf } from '../audit-terms.ts'
import type { ChangeContext } from '../context.ts'
import { defineCommand, type NonEmpty } from '../define-command.ts'
import { groundFor, missingFrom, type ProjectChoice, projectChoice } from './choice.ts'
import { type ChosenProject, loadProjects } from './load-projects.ts'
import {
  type BulkChanged,
  forbidden,
  missing,
  type NotChanged,
  type ReasonAgainst,
} from './not-changed.ts'

interface BulkSpec<In, Own> {
  readonly action: Action
  /** What the change wants to know beside the projects. */
  readonly own: z.ZodType<Own, In>
  /** Why a project is left alone; null when it is changed. */
  readonly against: (row: ChosenProject, own: Own, context: ChangeContext) => ReasonAgainst | null
  readonly write: (
    tx: Transaction,
    rows: NonEmpty<ChosenProject>,
    own: Own,
    context: ChangeContext,
  ) => Promise<void>
  /** What the audit shows of one project before and after. */
  readonly snapshots: (
    row: ChosenProject,
    own: Own,
    context: ChangeContext,
  ) => { readonly before?: unknown; readonly after?: unknown }
}

interface BulkInput<Choice, Own> {
  readonly choice: Choice
  readonly own: Own
}

type ChoiceInput = z.input<typeof projectChoice>

/** So many projects are named one by one to those who look at their pages; more are news of the list. */
const mostNamed = 50

/** A change of many projects at once; what is not changed is named with its reason, and each change audited. */
export function defineBulkChange<In, Own>(spec: BulkSpec<In, Own>) {
  const input: z.ZodType<
    BulkInput<ProjectChoice, Own>,
    BulkInput<ChoiceInput, In>
  > = z.strictObject({ choice: projectChoice, own: spec.own })
  return defineCommand({
    action: spec.action,
    input,
    load: (tx, { choice }, { actor }) => loadProjects(tx, actor, choice, spec.action),
    resource: (rows, _input, { actor }) => groundFor(rows, actor),
    async change(tx, rows, { choice, own }, context) {
      const judged = rows.map((row) => ({
        row,
        reason: row.permitted ? spec.against(row, own, context) : forbidden,
      }))
      const unchanged: NotChanged[] = [
        ...missingFrom(choice, rows).map((project) => ({ project, name: null, ...missing })),
        ...judged.flatMap(({ row: { id, name }, reason }) =>
          reason === null ? [] : [{ project: id, name, ...reason }],
        ),
      ]
      const changed = judged.flatMap(({ row, reason }) => (reason === null ? [row] : []))
      const result: BulkChanged = { changed: changed.length, unchanged }
      const [first, ...others] = changed
      if (!first) return { result, unchanged: true }
      await spec.write(tx, [first, ...others], own, context)
      const draft = (row: ChosenProject) =>
        auditOf(spec.action, row, spec.snapshots(row, own, context))
      const named: Topic[] = changed.slice(0, mostNamed).map(({ id }): Topic => `project:${id}`)
      return {
        result,
        audit: [draft(first), ...others.map(draft)],
        topics: ['projects', 'evaluate', ...named],
      }
    },
  })
}
