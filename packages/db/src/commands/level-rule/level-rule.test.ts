import type { ProjectId } from '@highwater/core'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import {
  aDepartment,
  adminContext,
  anAccount,
  aProject,
  contextOf,
} from '../../../testing/builders.ts'
import { expectAudit, expectNoAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { listLevelRules } from '../../queries/level-rule/list.ts'
import { previewLevelRules } from '../../queries/level-rule/preview.ts'
import type { CommandContext } from '../context.ts'
import { applyLevelRules } from './apply-level-rules.ts'
import { createLevelRule } from './create-level-rule.ts'
import { deleteLevelRule } from './delete-level-rule.ts'
import { orderLevelRules } from './order-level-rules.ts'
import { setDefaultLevel } from './set-default-level.ts'
import { updateLevelRule } from './update-level-rule.ts'

let fresh: FreshDatabase
let admin: CommandContext
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
})
beforeEach(async () => {
  await fresh.db.sql`delete from level_rule`
})
afterAll(() => fresh.close())

const levelOf = async (id: ProjectId) => {
  const [row] = await fresh.db.sql<{ level: string }[]>`select level from project where id = ${id}`
  return row?.level
}

test('a new project starts at the level of the most specific rule, unless its creator says one', async () => {
  const pay = await aDepartment(fresh.db)
  await createLevelRule(admin, { department: pay.name, level: 'medium' })
  await createLevelRule(admin, { tag: 'core', level: 'high' })
  await expectAudit(fresh.db, {
    action: 'policy.update',
    target: 'protection_level',
    operation: 'creation',
    targetName: 'core',
  })
  const at = async (fields: Parameters<typeof aProject>[1]) =>
    levelOf(await aProject(admin, { department: pay.id, ...fields }))
  expect(await at({})).toBe('medium')
  expect(await at({ tags: ['core'] })).toBe('high')
  expect(await at({ tags: ['core'], protectionLevel: 'none' })).toBe('none')
})

test('where no rule speaks, the default level of the department holds', async () => {
  const { id } = await aDepartment(fresh.db)
  await setDefaultLevel(admin, { department: id, level: 'high' })
  await expectAudit(fresh.db, {
    targetId: id,
    changes: [{ path: 'defaultLevel', before: 'low', after: 'high' }],
  })
  expect(await levelOf(await aProject(admin, { department: id, tags: ['other'] }))).toBe('high')
  await expectNoAudit(fresh.db, () => setDefaultLevel(admin, { department: id, level: 'high' }))
})

test('of rules that fit equally well the first in order decides', async () => {
  const first = await createLevelRule(admin, { tag: 'a', level: 'high' })
  const second = await createLevelRule(admin, { tag: 'b', level: 'none' })
  expect(await levelOf(await aProject(admin, { tags: ['b', 'a'] }))).toBe('high')
  await orderLevelRules(admin, { rules: [second.id, first.id] })
  expect(await levelOf(await aProject(admin, { tags: ['b', 'a'] }))).toBe('none')
  await expect(orderLevelRules(admin, { rules: [second.id] })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('a rule is changed and taken away, each with its audit', async () => {
  const { id } = await createLevelRule(admin, { tag: 'core', level: 'high' })
  const { name } = await aDepartment(fresh.db)
  await updateLevelRule(admin, { rule: id, department: name, level: 'medium', expectedVersion: 1 })
  await expectAudit(fresh.db, {
    changes: [
      { path: 'department', before: null, after: name },
      { path: 'level', before: 'high', after: 'medium' },
    ],
  })
  expect(await listLevelRules(fresh.db, admin.actor)).toMatchObject([
    { id, department: { name }, tag: 'core', level: 'medium', version: 2 },
  ])
  await expect(
    updateLevelRule(admin, { rule: id, level: 'low', expectedVersion: 1 }),
  ).rejects.toMatchObject({ code: 'conflict', current: { version: 2 } })
  await deleteLevelRule(admin, { rule: id })
  await expectAudit(fresh.db, { operation: 'deletion', targetId: id })
  expect(await listLevelRules(fresh.db, admin.actor)).toEqual([])
})

test('a rule for everything, a second rule for the same, and a rule that there is not are refused', async () => {
  const nothing = createLevelRule(admin, { level: 'high' })
  await expect(nothing).rejects.toMatchObject({
    code: 'invalid_input',
    faults: [{ path: 'tag' }],
  })
  const { id } = await createLevelRule(admin, { tag: 'core', level: 'high' })
  await expect(createLevelRule(admin, { tag: 'core', level: 'low' })).rejects.toMatchObject({
    code: 'conflict',
    faults: [{ path: 'tag' }],
  })
  await expect(updateLevelRule(admin, { rule: id, tag: null })).rejects.toMatchObject({
    code: 'invalid_input',
  })
  await deleteLevelRule(admin, { rule: id })
  await expect(deleteLevelRule(admin, { rule: id })).rejects.toMatchObject({ code: 'not_found' })
})

test('the rules are applied to what there is: what changes is told before, and what did not, why', async () => {
  const tag = 'applied'
  const [changed, same, finished] = await Promise.all([
    aProject(admin, { name: 'orders', tags: [tag] }),
    aProject(admin, { tags: [tag], protectionLevel: 'high' }),
    aProject(admin, { name: 'done long ago', tags: [tag] }),
  ])
  await fresh.db.sql`update project_state set state = 'finished' where project_id = ${finished}`
  await createLevelRule(admin, { tag, level: 'high' })
  expect(await previewLevelRules(fresh.db, admin.actor)).toEqual({
    ruled: 3,
    changing: 1,
    finished: 1,
    examples: [{ id: changed, name: 'orders', from: 'low', to: 'high' }],
  })
  expect(await applyLevelRules(admin, {})).toEqual({
    changed: 1,
    unchanged: [
      {
        project: finished,
        name: 'done long ago',
        code: 'finished',
        message: expect.any(String),
      },
    ],
  })
  await expectAudit(fresh.db, {
    action: 'project.setLevel',
    targetId: changed,
    changes: [{ path: 'protectionLevel', before: 'low', after: 'high' }],
  })
  expect(await Promise.all([changed, same, finished].map(levelOf))).toEqual(['high', 'high', 'low'])
  const again = await expectNoAudit(fresh.db, () => applyLevelRules(admin, {}))
  expect(again.changed).toBe(0)
})

test('a manager of a department may read the rules and change none', async () => {
  const { id } = await aDepartment(fresh.db)
  const { actor } = await anAccount(fresh.db, { departments: [{ id, role: 'manager' }] })
  const manager = contextOf(fresh.db, actor)
  expect(await listLevelRules(fresh.db, actor)).toEqual([])
  await expect(createLevelRule(manager, { tag: 'core', level: 'high' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(setDefaultLevel(manager, { department: id, level: 'high' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(applyLevelRules(manager, {})).rejects.toMatchObject({ code: 'forbidden' })
})
