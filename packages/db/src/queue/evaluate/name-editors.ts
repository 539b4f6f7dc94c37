import type { ProjectId } from '@highwater/core'
import { plainArray } from '../../client/array-literals.ts'
import type { TransactionSql } from '../../client/connect.ts'
import type { PolicyInForce } from '../current-policy.ts'
import type { Move } from './judge.ts'

/** What was edited where an alert ends without a recovery; null where nothing was. */
function editBehind({ transition }: Move): 'level' | 'thresholds' | null {
  if (transition.type !== 'close') return null
  switch (transition.reason) {
    case 'level_changed':
    case 'protection_removed':
      return 'level'
    case 'policy_changed':
      return 'thresholds'
    default:
      return null
  }
}

/** Who last changed the levels of these projects, which only the audit knows. */
async function levelEditors(tx: TransactionSql, projects: readonly ProjectId[]) {
  if (projects.length === 0) return new Map<ProjectId, string>()
  const rows = await tx<{ id: ProjectId; name: string }[]>`
    select p.id, e.actor_name as name
    from unnest(${plainArray(projects)}::uuid[]) as p (id)
    cross join lateral (
      select actor_name from audit_event
      where target = 'project' and target_id = p.id::text and result = 'succeeded'
        and after ->> 'protectionLevel' is distinct from before ->> 'protectionLevel'
      order by id desc limit 1
    ) e`
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function thresholdsEditor(tx: TransactionSql, version: number): Promise<string | null> {
  const [row] = await tx<{ name: string }[]>`
    select created_by_name as name from protection_policy where version = ${version}`
  return row?.name ?? null
}

/** The same moves; an alert that an edit has ended knows whose edit that was. */
export async function nameEditors(
  tx: TransactionSql,
  moves: readonly Move[],
  { version }: PolicyInForce,
): Promise<readonly Move[]> {
  const edits = new Map(moves.map((move) => [move, editBehind(move)]))
  const ended = moves.filter((move) => edits.get(move) === 'level')
  const isOfThresholds = moves.some((move) => edits.get(move) === 'thresholds')
  if (ended.length === 0 && !isOfThresholds) return moves
  const ofLevels = await levelEditors(tx, [...new Set(ended.map(({ project }) => project.id))])
  const ofThresholds = isOfThresholds ? await thresholdsEditor(tx, version) : null
  return moves.map((move) => {
    const edit = edits.get(move)
    if (edit === null || edit === undefined) return move
    const name = edit === 'level' ? (ofLevels.get(move.project.id) ?? null) : ofThresholds
    return { ...move, after: { ...move.after, closed_by_name: name } }
  })
}
