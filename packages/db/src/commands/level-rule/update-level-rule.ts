import { levelRuleFields } from '@highwater/core/policy'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { levelRule } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { isSame } from '../same.ts'
import {
  departmentOfRule,
  describeLevelRule,
  expectScope,
  levelRuleResource,
  loadLevelRule,
  subjectOf,
  unlessRuled,
} from './load-level-rule.ts'

/** Changes what a rule is for or the level that it gives; what is left out stays. */
export const updateLevelRule = defineCommand({
  action: 'policy.update',
  input: z
    .strictObject(levelRuleFields)
    .partial()
    .extend({ rule: idInput<'level-rule'>(), expectedVersion }),
  load: (tx, input) => loadLevelRule(tx, input.rule),
  resource: levelRuleResource,
  async change(tx, present, input, context) {
    const { id, version } = present
    const before = describeLevelRule(present)
    expectVersion('level rule', version, input.expectedVersion, { id, version, ...before })
    const department =
      input.department === undefined
        ? { id: present.departmentId, name: present.departmentName }
        : await departmentOfRule(tx, input.department, context)
    const after = {
      departmentId: department?.id ?? null,
      departmentName: department?.name ?? null,
      tag: input.tag === undefined ? present.tag : input.tag,
      level: input.level ?? present.level,
    }
    expectScope(after)
    const described = describeLevelRule(after)
    if (isSame(described, before)) return { result: { id, version }, unchanged: true }
    const { departmentName: _, ...columns } = after
    const write = tx
      .update(levelRule)
      .set({ ...columns, version: version + 1 })
      .where(eq(levelRule.id, id))
    await unlessRuled(write)
    return {
      result: { id, version: version + 1 },
      audit: [auditOf('policy.update', subjectOf({ id, ...after }), { before, after: described })],
      topics: ['policy'],
    }
  },
})
