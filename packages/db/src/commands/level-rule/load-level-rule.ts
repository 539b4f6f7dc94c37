import { AppError } from '@highwater/core'
import { type LevelRuleId, levelRuleNeedsScope } from '@highwater/core/policy'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { notFound } from '../../queries/not-found.ts'
import { department, levelRule } from '../../schema/index.ts'
import type { ChangeContext } from '../context.ts'
import { unlessTaken } from '../database-fault.ts'
import { findDepartment } from '../find-department.ts'
import { lockInstallation } from '../lock-installation.ts'
import type { Resource } from '../refused.ts'

type Row = typeof levelRule.$inferSelect

export interface LoadedLevelRule extends Row {
  readonly departmentName: string | null
}

/** One writer of rules at a time, for the order is of all of them. */
export async function loadLevelRule(tx: Transaction, id: LevelRuleId): Promise<LoadedLevelRule> {
  await lockInstallation(tx)
  const [row] = await tx
    .select({ rule: levelRule, departmentName: department.name })
    .from(levelRule)
    .leftJoin(department, eq(department.id, levelRule.departmentId))
    .where(eq(levelRule.id, id))
  if (!row) throw notFound('level rule')
  return { ...row.rule, departmentName: row.departmentName }
}

type Described = Pick<LoadedLevelRule, 'departmentName' | 'tag' | 'level'>

/** What the audit shows of a rule. */
export const describeLevelRule = ({ departmentName, tag, level }: Described) => ({
  department: departmentName,
  tag,
  level,
})

/** A rule has no name of its own: it is called by what it is for. */
export const subjectOf = (rule: Described & { readonly id: string }) => ({
  id: rule.id,
  name: [rule.departmentName, rule.tag].filter((part) => part !== null).join(' / '),
})

/** Rules hold for the whole installation. */
export const levelRulesResource = (): Resource => ({
  department: null,
  subject: { id: 'level-rules', name: 'level rules' },
})

export const levelRuleResource = (rule: LoadedLevelRule): Resource => ({
  department: null,
  subject: subjectOf(rule),
})

/** The department that a rule names; null for all of them. */
export const departmentOfRule = async (
  tx: Transaction,
  reference: string | null,
  { actor }: ChangeContext,
) => (reference === null ? null : findDepartment(tx, reference, actor))

/** @throws AppError `invalid_input` for a rule that would be for every project */
export function expectScope(rule: { departmentId: string | null; tag: string | null }): void {
  if (rule.departmentId !== null || rule.tag !== null) return
  const faults = [{ path: 'tag', message: levelRuleNeedsScope }]
  throw new AppError('invalid_input', levelRuleNeedsScope, { faults })
}

/** @throws AppError `conflict` at `tag` when another rule is for the same projects */
export const unlessRuled = <T>(write: PromiseLike<T>): Promise<T> =>
  unlessTaken(write, 'level_rule_of_each', {
    path: 'tag',
    message: 'There is a rule for this tag and department already. Change that one.',
  })
