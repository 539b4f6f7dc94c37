import type { ProjectId } from '@highwater/core'
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import {
  aDepartment,
  adminContext,
  anAccount,
  aProject,
  contextOf,
} from '../../../testing/builders.ts'
import { auditRows, expectAudit, expectNoAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { newId } from '../../client/new-id.ts'
import { listen, type Topic } from '../../client/topics.ts'
import { project, projectState } from '../../schema/index.ts'
import type { CommandContext } from '../context.ts'
import { setProjectLevel } from './set-project-level.ts'
import { setProjectLevels } from './set-project-levels.ts'

let fresh: FreshDatabase
let admin: CommandContext
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
})
afterAll(() => fresh.close())

const levelsOf = async (ids: readonly ProjectId[]) => {
  const rows = await fresh.db.orm
    .select({ id: project.id, level: project.level, dueAt: projectState.dueAt })
    .from(project)
    .innerJoin(projectState, eq(projectState.projectId, project.id))
    .where(inArray(project.id, [...ids]))
  return ids.map((id) => rows.find((row) => row.id === id))
}

test('a new level is written, audited, and wakes the evaluation', async () => {
  const id = await aProject(admin)
  const heard: Topic[] = []
  const stop = await listen(
    fresh.db,
    (topics) => heard.push(...topics),
    () => {},
  )
  await setProjectLevel(admin, { project: id, level: 'high' })
  await expect.poll(() => heard).toContain('evaluate')
  await stop()
  expect(heard).toContain(`project:${id}`)
  const [row] = await levelsOf([id])
  expect(row).toMatchObject({ level: 'high', dueAt: expect.any(Number) })
  await expectAudit(fresh.db, {
    action: 'project.setLevel',
    changes: [{ path: 'protectionLevel', before: 'low', after: 'high' }],
  })
})

test('the level that a project has already is no change', async () => {
  const id = await aProject(admin)
  await expectNoAudit(fresh.db, () => setProjectLevel(admin, { project: id, level: 'low' }))
})

test('a finished project may be given another level by itself, but not in bulk', async () => {
  const id = await aProject(admin)
  await fresh.db.orm
    .update(projectState)
    .set({ state: 'finished' })
    .where(eq(projectState.projectId, id))
  const bulk = await setProjectLevels(admin, { level: 'high', projects: [id] })
  expect(bulk).toMatchObject({ changed: 0, unchanged: [{ project: id, code: 'finished' }] })
  await setProjectLevel(admin, { project: id, level: 'high' })
  expect((await levelsOf([id]))[0]?.level).toBe('high')
})

test('a bulk change names every project that was not changed and why', async () => {
  const changed = [await aProject(admin), await aProject(admin)]
  const same = await aProject(admin, { protectionLevel: 'medium' })
  const missing = newId<'project'>()
  const before = (await auditRows(fresh.db)).length
  const result = await setProjectLevels(admin, {
    level: 'medium',
    projects: [...changed, same, missing, missing],
  })
  expect(result.changed).toBe(2)
  expect(result.unchanged).toEqual([
    { project: missing, code: 'not_found', message: expect.any(String) },
    { project: same, code: 'same_level', message: expect.any(String) },
  ])
  expect(await levelsOf(changed)).toMatchObject([
    { level: 'medium', dueAt: expect.any(Number) },
    { level: 'medium', dueAt: expect.any(Number) },
  ])
  const rows = (await auditRows(fresh.db)).slice(before)
  expect(rows.map((row) => row.targetId).sort()).toEqual([...changed].sort())
})

test('a bulk change of a manager leaves what the manager may only see', async () => {
  const own = await aDepartment(fresh.db)
  const seen = await aDepartment(fresh.db)
  const { actor } = await anAccount(fresh.db, {
    departments: [
      { id: own.id, role: 'manager' },
      { id: seen.id, role: 'viewer' },
    ],
  })
  const mine = await aProject(admin, { department: own.id })
  const theirs = await aProject(admin, { department: seen.id })
  const hidden = await aProject(admin)
  const result = await setProjectLevels(contextOf(fresh.db, actor), {
    level: 'high',
    projects: [mine, theirs, hidden],
  })
  expect(result.changed).toBe(1)
  const codes = Object.fromEntries(result.unchanged.map((entry) => [entry.project, entry.code]))
  expect(codes).toEqual({ [theirs]: 'forbidden', [hidden]: 'not_found' })
  expect((await levelsOf([theirs]))[0]?.level).toBe('low')
})

test('whoever may change none of the projects is refused as a whole, and that is audited', async () => {
  const home = await aDepartment(fresh.db)
  const { actor } = await anAccount(fresh.db, { departments: [{ id: home.id, role: 'viewer' }] })
  const id = await aProject(admin, { department: home.id })
  await expect(
    setProjectLevels(contextOf(fresh.db, actor), { level: 'high', projects: [id] }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await expectAudit(fresh.db, { action: 'project.setLevel', result: 'refused' })
})

test('a filter chooses as the list does, and one that finds nothing changes nothing', async () => {
  const tagged = [
    await aProject(admin, { tags: ['bulk'] }),
    await aProject(admin, { tags: ['bulk'], kind: 'migration' }),
  ]
  const filter = { tag: 'bulk', kind: 'migration' } as const
  expect(await setProjectLevels(admin, { level: 'high', filter })).toEqual({
    changed: 1,
    unchanged: [],
  })
  expect((await levelsOf(tagged)).map((row) => row?.level)).toEqual(['low', 'high'])
  const { actor } = await anAccount(fresh.db)
  expect(await setProjectLevels(contextOf(fresh.db, actor), { level: 'high', filter })).toEqual({
    changed: 0,
    unchanged: [],
  })
})

test('a bulk change needs either projects or a filter', async () => {
  await expect(setProjectLevels(admin, { level: 'high' } as never)).rejects.toMatchObject({
    code: 'invalid_input',
  })
  await expect(setProjectLevels(admin, { level: 'high', projects: [] })).rejects.toMatchObject({
    code: 'invalid_input',
  })
})
