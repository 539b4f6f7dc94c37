import type { ProjectId } from '@highwater/core'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import {
  aDepartment,
  adminContext,
  anAccount,
  aProject,
  contextOf,
} from '../../../testing/builders.ts'
import { expectAudit, expectNoAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { department, project, projectState } from '../../schema/index.ts'
import type { CommandContext } from '../context.ts'
import { createProject } from './create-project.ts'
import { deleteProject } from './delete-project.ts'
import { updateProject } from './update-project.ts'

let fresh: FreshDatabase
let admin: CommandContext
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
})
afterAll(() => fresh.close())

const rowOf = async (id: ProjectId) => {
  const [row] = await fresh.db.orm
    .select()
    .from(project)
    .innerJoin(projectState, eq(projectState.projectId, project.id))
    .where(eq(project.id, id))
  return row
}

test('a project is made with what was said, an address of its own and a state to fold signals into', async () => {
  const home = await aDepartment(fresh.db, 'Payments')
  const { email, actor } = await anAccount(fresh.db)
  const { id } = await createProject(admin, {
    name: 'orders to warehouse',
    kind: 'migration',
    externalKey: 'np_orders',
    department: 'Payments',
    owner: email.toUpperCase(),
    source: { type: 'mysql' },
    tags: ['core'],
    protectionLevel: 'high',
    expectedIntervalSeconds: 10,
  })
  const row = await rowOf(id)
  expect(row?.project).toMatchObject({
    name: 'orders to warehouse',
    externalKey: 'np_orders',
    departmentId: home.id,
    ownerId: actor.id,
    level: 'high',
    sourceType: 'mysql',
    targetType: null,
    tags: ['core'],
    version: 1,
  })
  expect(row?.project.pingToken).toMatch(/^[\w-]{32}$/)
  expect(row?.project_state).toMatchObject({ state: 'unknown', dueAt: null })
  const [audited] = await expectAudit(fresh.db, {
    action: 'project.create',
    operation: 'creation',
    targetId: id,
    targetName: 'orders to warehouse',
    departmentId: home.id,
    before: null,
  })
  expect(audited?.after).toMatchObject({ department: 'Payments', owner: email })
  expect(JSON.stringify(audited)).not.toContain(row?.project.pingToken)
})

test('without a word on the level a project takes the default of its department', async () => {
  const { id: departmentId } = await aDepartment(fresh.db, 'Risk')
  await fresh.db.orm
    .update(department)
    .set({ defaultLevel: 'medium' })
    .where(eq(department.id, departmentId))
  const id = await aProject(admin, { department: departmentId })
  expect((await rowOf(id))?.project.level).toBe('medium')
})

test('a second living project with the same external key is a conflict at that field', async () => {
  const first = await aProject(admin, { externalKey: 'twice' })
  await expect(aProject(admin, { externalKey: 'twice' })).rejects.toMatchObject({
    code: 'conflict',
    faults: [{ path: 'externalKey', message: expect.stringContaining('"twice"') }],
  })
  await deleteProject(admin, { project: first })
  await aProject(admin, { externalKey: 'twice' })
})

test('two who take the same external key at once get one project', async () => {
  const results = await Promise.allSettled([
    aProject(admin, { externalKey: 'race' }),
    aProject(admin, { externalKey: 'race' }),
  ])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test.each([
  [{ department: 'Nowhere' }, 'department'],
  [{ owner: 'nobody@example.com' }, 'owner'],
  [{ name: '' }, 'name'],
  [{ tags: ['two words'] }, 'tags[0]'],
  [{ source: { type: 'mysql', host: 'db' } }, 'source'],
])('bad input %j is refused at %s', async (fields, path) => {
  await expectNoAudit(fresh.db, () =>
    expect(aProject(admin, fields as never)).rejects.toMatchObject({
      code: 'invalid_input',
      faults: [{ path: expect.stringMatching(`^${path.replace(/[[\]]/g, '\\$&')}`) }],
    }),
  )
})

test('an operator makes projects in the own department only', async () => {
  const [own, other] = [await aDepartment(fresh.db), await aDepartment(fresh.db)]
  const { actor } = await anAccount(fresh.db, { departments: [{ id: own.id, role: 'operator' }] })
  const context = contextOf(fresh.db, actor)
  const id = await aProject(context)
  expect((await rowOf(id))?.project.departmentId).toBe(own.id)
  await expectAudit(fresh.db, { action: 'project.create', actorRole: 'operator' })
  for (const department of [other.name, 'no such department']) {
    await expect(aProject(context, { department })).rejects.toMatchObject({
      code: 'invalid_input',
      message: `There is no department "${department}", or you may not see it.`,
    })
  }
})

test('an update changes what is named, keeps the rest, and has the project judged again', async () => {
  const id = await aProject(admin, { externalKey: 'upd', tags: ['a'], target: { type: 'kafka' } })
  const { version } = await updateProject(admin, {
    project: id,
    expectedVersion: 1,
    name: 'renamed',
    target: null,
    alertBeforeCatchUp: true,
  })
  expect(version).toBe(2)
  const row = await rowOf(id)
  expect(row?.project).toMatchObject({
    name: 'renamed',
    externalKey: 'upd',
    tags: ['a'],
    targetType: null,
  })
  expect(row?.project_state.dueAt).not.toBeNull()
  const [audited] = await expectAudit(fresh.db, { action: 'project.update', targetName: 'renamed' })
  expect(audited?.changes.map(({ path }) => path)).toEqual(['alertBeforeCatchUp', 'name', 'target'])
})

test('an update that changes nothing leaves the version and no audit row', async () => {
  const id = await aProject(admin, { tags: ['same'] })
  const result = await expectNoAudit(fresh.db, () =>
    updateProject(admin, { project: id, tags: ['same'] }),
  )
  expect(result.version).toBe(1)
})

test('an update made from an old version is a conflict that shows the present state', async () => {
  const id = await aProject(admin)
  await updateProject(admin, { project: id, name: 'first' })
  await expect(
    updateProject(admin, { project: id, name: 'second', expectedVersion: 1 }),
  ).rejects.toMatchObject({ code: 'conflict', current: { id, version: 2, name: 'first' } })
})

test('a project of another department is not found rather than refused', async () => {
  const id = await aProject(admin)
  const elsewhere = await aDepartment(fresh.db)
  const { actor } = await anAccount(fresh.db, {
    departments: [{ id: elsewhere.id, role: 'manager' }],
  })
  const context = contextOf(fresh.db, actor)
  await expect(updateProject(context, { project: id, name: 'x' })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(deleteProject(context, { project: id })).rejects.toMatchObject({ code: 'not_found' })
})

test('a deleted project stays as a row, is judged once more, and is not found again', async () => {
  const id = await aProject(admin)
  await deleteProject(admin, { project: id })
  const row = await rowOf(id)
  expect(row?.project.deletedAt).not.toBeNull()
  expect(row?.project_state.dueAt).toBe(row?.project.deletedAt)
  await expectAudit(fresh.db, { action: 'project.delete', targetId: id, after: null })
  await expect(deleteProject(admin, { project: id })).rejects.toMatchObject({ code: 'not_found' })
})
