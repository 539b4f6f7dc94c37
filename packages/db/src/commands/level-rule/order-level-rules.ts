import { AppError } from '@highwater/core'
import type { LevelRule } from '@highwater/core/policy'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { readLevelRules } from '../../queue/level-rules.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { lockInstallation } from '../lock-installation.ts'
import { isSame } from '../same.ts'
import { sqlOf } from '../sql-of.ts'
import { levelRulesResource } from './load-level-rule.ts'

const subject = { id: 'level-rules', name: 'level rules' }
const idsOf = (rules: readonly LevelRule[]): string[] => rules.map(({ id }) => id)

/** Puts all rules into a new order: of several that fit a project equally well the first decides. */
export const orderLevelRules = defineCommand({
  action: 'policy.update',
  input: z.strictObject({ rules: z.array(idInput<'level-rule'>()) }),
  async load(tx) {
    await lockInstallation(tx)
    return readLevelRules(sqlOf(tx))
  },
  resource: levelRulesResource,
  async change(tx, present, { rules: wanted }) {
    const before = idsOf(present)
    if (!isSame([...before].sort(), [...wanted].sort())) {
      const message = 'Name every rule once: meanwhile there may be more or fewer of them.'
      throw new AppError('conflict', message, {
        faults: [{ path: 'rules', message }],
        current: before,
      })
    }
    const result = { rules: wanted }
    if (isSame(before, wanted)) return { result, unchanged: true }
    await sqlOf(tx)`
      update level_rule r set position = t.position
      from unnest(${wanted}::uuid[]) with ordinality as t (id, position) where r.id = t.id`
    const named = (ids: readonly string[]) => ({
      order: ids.map((id) => {
        const rule = present.find((each) => each.id === id)
        return `${rule?.tag ?? '*'}: ${rule?.level ?? ''}`
      }),
    })
    return {
      result,
      audit: [auditOf('policy.update', subject, { before: named(before), after: named(wanted) })],
      topics: ['policy'],
    }
  },
})
