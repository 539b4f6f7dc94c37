import { describe, expect, it } from 'vitest'
import type { DepartmentId } from '../ids.ts'
import type { ProtectionLevel } from './level.ts'
import { decidingRule, type LevelRule, type LevelRuleId, startingLevel } from './level-rule.ts'

const pay = 'pay' as DepartmentId
const crm = 'crm' as DepartmentId
const rule = (
  id: string,
  department: DepartmentId | null,
  tag: string | null,
  level: ProtectionLevel,
): LevelRule => ({ id: id as LevelRuleId, department, tag, level })

const rules = [
  rule('department', pay, null, 'medium'),
  rule('tag', null, 'core', 'high'),
  rule('both', pay, 'test', 'none'),
  rule('later tag', null, 'archive', 'low'),
]

describe('the rule that decides a level', () => {
  it.each([
    ['of nothing named in a rule', crm, [], null],
    ['of a department alone', pay, [], 'department'],
    ['with a tag, over its department', pay, ['core'], 'tag'],
    ['with a tag of its department, over the tag alone', pay, ['core', 'test'], 'both'],
    ['with a tag that a rule wants of another department', crm, ['test'], null],
    ['with two tags of one weight, by the order of the rules', crm, ['archive', 'core'], 'tag'],
  ] as const)('for a project %s', (_what, department, tags, expected) => {
    expect(decidingRule(rules, { department, tags })?.id ?? null).toBe(expected)
  })

  it('leaves the level to the department where there is none', () => {
    expect(startingLevel(rules, { department: crm, tags: [] }, 'medium')).toBe('medium')
    expect(startingLevel(rules, { department: pay, tags: ['test'] }, 'medium')).toBe('none')
  })
})
