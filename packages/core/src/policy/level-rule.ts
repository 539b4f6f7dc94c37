import { z } from 'zod'
import type { DepartmentId, Id } from '../ids.ts'
import { tagName } from '../project/schema.ts'
import { type ProtectionLevel, protectionLevels } from './level.ts'

export type LevelRuleId = Id<'level-rule'>

/** "Projects with this tag of this department start at this level"; one of the two may be open. */
export interface LevelRule {
  readonly id: LevelRuleId
  readonly department: DepartmentId | null
  readonly tag: string | null
  readonly level: ProtectionLevel
}

/** What a rule can know of a project. */
export interface RuledProject {
  readonly department: DepartmentId
  readonly tags: readonly string[]
}

const matches = (rule: LevelRule, project: RuledProject): boolean =>
  (rule.department === null || rule.department === project.department) &&
  (rule.tag === null || project.tags.includes(rule.tag))

/** A tag says more about a project than its department; both together say most. */
const weightOf = ({ department, tag }: LevelRule): number =>
  (tag === null ? 0 : 2) + (department === null ? 0 : 1)

/** The rule that decides for a project: the most specific, of several the first in order; null if none. */
export function decidingRule(rules: readonly LevelRule[], project: RuledProject): LevelRule | null {
  let best: LevelRule | null = null
  for (const rule of rules) {
    if (!matches(rule, project)) continue
    if (best === null || weightOf(rule) > weightOf(best)) best = rule
  }
  return best
}

/** The level at which a new project starts when its creator does not say (P6, P7). */
export const startingLevel = (
  rules: readonly LevelRule[],
  project: RuledProject,
  departmentDefault: ProtectionLevel,
): ProtectionLevel => decidingRule(rules, project)?.level ?? departmentDefault

const reference = z.string().trim().min(1).max(200)

/** A rule as the form and the API carry it; the department is an id or a name. */
export const levelRuleFields = {
  department: reference.nullable(),
  tag: tagName.nullable(),
  level: z.enum(protectionLevels),
}

export const levelRuleNeedsScope = 'Say for which tag, which department, or both.'
