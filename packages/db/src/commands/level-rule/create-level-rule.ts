import { levelRuleFields } from '@highwater/core/policy'
import { max } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '../../client/new-id.ts'
import { levelRule } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { lockInstallation } from '../lock-installation.ts'
import {
  departmentOfRule,
  describeLevelRule,
  expectScope,
  levelRulesResource,
  subjectOf,
  unlessRuled,
} from './load-level-rule.ts'

/** Adds a rule behind all others; projects that there are already keep their level. */
export const createLevelRule = defineCommand({
  action: 'policy.update',
  input: z.strictObject({
    ...levelRuleFields,
    department: levelRuleFields.department.optional(),
    tag: levelRuleFields.tag.optional(),
  }),
  async load(tx, input, context) {
    await lockInstallation(tx)
    const [last] = await tx.select({ position: max(levelRule.position) }).from(levelRule)
    return {
      position: (last?.position ?? 0) + 1,
      department: await departmentOfRule(tx, input.department ?? null, context),
    }
  },
  resource: levelRulesResource,
  async change(tx, { position, department }, { tag = null, level }, { now }) {
    const id = newId<'level-rule'>()
    const row = { id, position, departmentId: department?.id ?? null, tag, level, createdAt: now }
    expectScope(row)
    await unlessRuled(tx.insert(levelRule).values(row))
    const rule = { ...row, departmentName: department?.name ?? null }
    return {
      result: { id, version: 1 },
      audit: [
        auditOf(
          'policy.update',
          subjectOf(rule),
          { after: describeLevelRule(rule) },
          { operation: 'creation' },
        ),
      ],
      topics: ['policy'],
    }
  },
})
