import type { DepartmentId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import type { LevelRuleId, ProtectionLevel } from '@highwater/core/policy'
import { asc, eq } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { department, levelRule } from '../../schema/index.ts'
import { foundOne } from '../not-found.ts'
import { permit } from '../permit.ts'
import { departmentVisibleTo } from '../visible.ts'

export interface LevelRuleItem {
  readonly id: LevelRuleId
  /** Null: of every department. */
  readonly department: { readonly id: DepartmentId; readonly name: string } | null
  /** Null: with any tags or none. */
  readonly tag: string | null
  readonly level: ProtectionLevel
  readonly version: number
}

/** The rules of first levels, in their order, without those of departments that the viewer may not see. */
export async function listLevelRules(db: Database, viewer: Actor): Promise<LevelRuleItem[]> {
  permit(viewer, 'policy.read')
  return db.orm
    .select({
      id: levelRule.id,
      department: { id: department.id, name: department.name },
      tag: levelRule.tag,
      level: levelRule.level,
      version: levelRule.version,
    })
    .from(levelRule)
    .leftJoin(department, eq(department.id, levelRule.departmentId))
    .where(departmentVisibleTo(viewer, levelRule.departmentId, { shared: true }))
    .orderBy(asc(levelRule.position), asc(levelRule.id))
}

/** @throws AppError `not_found` */
export async function getLevelRule(
  db: Database,
  viewer: Actor,
  id: string,
): Promise<LevelRuleItem> {
  const rules = await listLevelRules(db, viewer)
  return foundOne(
    rules.filter((rule) => rule.id === id),
    'level rule',
  )
}
