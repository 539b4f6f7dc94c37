import type { ProjectId } from '@highwater/core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { adminContext, anAccount, aProject, contextOf } from '../../../testing/builders.ts'
import { expectAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { getProject } from '../../queries/project/get.ts'
import { listTags } from '../../queries/tag/list.ts'
import type { CommandContext } from '../context.ts'
import { createLevelRule } from '../level-rule/create-level-rule.ts'
import { tagProjects } from '../project/tag-projects.ts'
import { updateProject } from '../project/update-project.ts'
import { createSubscription } from '../subscription/create-subscription.ts'
import { deleteTag } from './delete-tag.ts'
import { renameTag } from './rename-tag.ts'

let fresh: FreshDatabase
let admin: CommandContext
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
})
afterAll(() => fresh.close())

const tagsOf = async (id: ProjectId) => (await getProject(fresh.db, admin.actor, id)).tags
const countOf = async (name: string) =>
  (await listTags(fresh.db, admin.actor)).find((tag) => tag.name === name)?.projects
const change = (projects: readonly ProjectId[], own: { add?: string[]; remove?: string[] }) =>
  tagProjects(admin, { choice: { projects: [...projects] }, own })

test('a tag is there once a project has it, and stays when the last one loses it', async () => {
  const id = await aProject(admin, { tags: ['core'] })
  expect(await countOf('core')).toBe(1)
  await updateProject(admin, { project: id, tags: [] })
  expect(await countOf('core')).toBe(0)
})

test('tags are put on and taken off many projects; each that stays as it is has its reason', async () => {
  const plain = await aProject(admin)
  const full = await aProject(admin, { tags: ['a', 'b', 'c', 'd', 'e'] })
  const tagged = await aProject(admin, { tags: ['bulk'] })
  const result = await change([plain, full, tagged], { add: ['bulk'] })
  expect(result.changed).toBe(1)
  const codes = Object.fromEntries(result.unchanged.map(({ project, code }) => [project, code]))
  expect(codes).toEqual({ [full]: 'too_many_tags', [tagged]: 'already_so' })
  await change([full, tagged], { add: ['bulk'], remove: ['a', 'bulk'] })
  expect([await tagsOf(full), await tagsOf(plain)]).toEqual([
    ['b', 'c', 'd', 'e', 'bulk'],
    ['bulk'],
  ])
})

describe('a tag that gets another name', () => {
  test('has it on every project, in level rules and in subscriptions', async () => {
    const id = await aProject(admin, { tags: ['x', 'old'] })
    await createLevelRule(admin, { tag: 'old', level: 'high' })
    await createSubscription(admin, {
      name: 'of old',
      levels: { high: { allChannels: true } },
      scope: { tags: ['old', 'x'] },
    })
    expect(await renameTag(admin, { tag: 'old', name: 'new' })).toEqual({
      name: 'new',
      projects: 1,
    })
    expect(await tagsOf(id)).toEqual(['x', 'new'])
    const [row] = await fresh.db.sql`
      select (select tag from level_rule) as rule,
        (select scope -> 'tags' from subscription where name = 'of old') as scope`
    expect(row).toEqual({ rule: 'new', scope: ['new', 'x'] })
    await expectAudit(fresh.db, {
      action: 'tag.write',
      changes: [{ path: 'name', before: 'old', after: 'new' }],
    })
    await expect(deleteTag(admin, { tag: 'new' })).rejects.toMatchObject({ code: 'in_use' })
  })

  test('cannot take the name of another', async () => {
    await aProject(admin, { tags: ['one', 'two'] })
    await expect(renameTag(admin, { tag: 'one', name: 'two' })).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(renameTag(admin, { tag: 'absent', name: 'three' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

test('a deleted tag is taken off its projects', async () => {
  const id = await aProject(admin, { tags: ['stays', 'goes'] })
  expect(await deleteTag(admin, { tag: 'goes' })).toEqual({ name: 'goes', projects: 1 })
  expect(await tagsOf(id)).toEqual(['stays'])
  expect(await countOf('goes')).toBeUndefined()
})

test('only those who may write tags rename and delete them', async () => {
  await aProject(admin, { tags: ['kept'] })
  const { actor } = await anAccount(fresh.db)
  await expect(deleteTag(contextOf(fresh.db, actor), { tag: 'kept' })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('there are at most a hundred, and the refusal says how many', async () => {
  await fresh.db.sql`
    insert into tag select 'filler-' || n, now()
    from generate_series((select count(*)::int from tag) + 1, 100) as n`
  const id = await aProject(admin)
  const refusal = { code: 'invalid_input', message: expect.stringContaining('100 tags') }
  await expect(updateProject(admin, { project: id, tags: ['one-more'] })).rejects.toMatchObject(
    refusal,
  )
  await expect(change([id], { add: ['one-more'] })).rejects.toMatchObject(refusal)
  await updateProject(admin, { project: id, tags: ['filler-100'] })
})
