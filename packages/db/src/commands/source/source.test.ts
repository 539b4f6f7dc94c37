import type { SourceId } from '@highwater/core'
import type { CollectResult } from '@highwater/sources/catalog'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { adminContext, anAccount, contextOf } from '../../../testing/builders.ts'
import { expectAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { claimSource, recordCollection } from '../../queue/index.ts'
import { alert, project, source } from '../../schema/index.ts'
import type { CommandContext } from '../context.ts'
import { createSource } from './create-source.ts'
import { deleteSource } from './delete-source.ts'
import { updateSource } from './update-source.ts'

const claiming = {
  leaseSeconds: 30,
  worker: 'w',
  host: 'node-a',
  consoleUrl: 'https://highwater.example',
}
let fresh: FreshDatabase
let admin: CommandContext
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
})
afterAll(() => fresh.close())

const draft = {
  kind: 'postgresql',
  config: { host: 'db.internal', database: 'orders', user: 'watcher' },
  secrets: { password: 'source-password' },
}

const rowOf = async (id: SourceId) =>
  (await fresh.db.orm.select().from(source).where(eq(source.id, id)))[0]

test('a source is stored sealed and its first collection is due at once', async () => {
  const { id } = await createSource(admin, { ...draft, name: 'orders' })
  const row = await rowOf(id)
  expect(row).toMatchObject({ intervalSeconds: 10, enabled: true, config: { port: 5432 } })
  expect(row?.nextCollectAt).toBe(row?.createdAt)
  expect(row?.sealedSecrets).not.toContain('source-password')
  const [audited] = await expectAudit(fresh.db, { action: 'source.write', operation: 'creation' })
  expect(audited?.after).toMatchObject({ secrets: { password: 'set' } })
  expect(JSON.stringify(audited)).not.toContain('source-password')
  expect(await claimSource(fresh.db, claiming)).toMatchObject({ id })
})

test('a source is not given a name with characters that nobody sees', async () => {
  const hidden = createSource(admin, { ...draft, name: 'or\u200bders' })
  await expect(hidden).rejects.toMatchObject({
    faults: [{ path: 'name', message: expect.stringContaining('cannot be seen') }],
  })
})

test('the name and the settings of a source are judged together', async () => {
  const nothing = { name: '', kind: 'postgresql', config: { host: '' }, secrets: {} }
  await expect(createSource(admin, nothing)).rejects.toMatchObject({
    faults: expect.arrayContaining([
      expect.objectContaining({ path: 'name' }),
      expect.objectContaining({ path: 'config.host' }),
      expect.objectContaining({ path: 'config.database' }),
    ]) as never,
  })
})

test('an update keeps the password, and is refused when the source has changed meanwhile', async () => {
  const { id } = await createSource(admin, { ...draft, name: 'updated' })
  await updateSource(admin, { source: id, config: { port: 5433 }, expectedVersion: 1 })
  const row = await rowOf(id)
  expect(row?.config).toMatchObject({ port: 5433, database: 'orders' })
  expect(admin.sealer.open(row?.sealedSecrets ?? '')).toEqual({ password: 'source-password' })
  await expectAudit(fresh.db, { changes: [{ path: 'config.port', before: 5432, after: 5433 }] })
  await expect(
    updateSource(admin, { source: id, enabled: false, expectedVersion: 1 }),
  ).rejects.toMatchObject({ code: 'conflict', current: { version: 2 } })
})

test('a stored password goes to no other host: there it has to be typed again', async () => {
  const { id } = await createSource(admin, { ...draft, name: 'moved' })
  const moved = { source: id, config: { host: 'db2.internal' } }
  await expect(updateSource(admin, moved)).rejects.toMatchObject({
    code: 'invalid_input',
    faults: [{ path: 'secrets.password' }],
  })
  await updateSource(admin, { ...moved, secrets: draft.secrets })
  expect((await rowOf(id))?.config).toMatchObject({ host: 'db2.internal' })
})

test.each([
  [{ config: { database: 'orders', user: 'u' } }, 'config.host'],
  [{ intervalSeconds: 1 }, 'intervalSeconds'],
  [{ kind: 'oracle9' }, 'kind'],
])('bad input %j is refused at %s', async (fields, path) => {
  await expect(
    createSource(admin, { ...draft, name: 'bad', ...fields } as never),
  ).rejects.toMatchObject({ code: 'invalid_input', faults: [{ path }] })
})

test('two living sources cannot share a name', async () => {
  await createSource(admin, { ...draft, name: 'taken' })
  await expect(createSource(admin, { ...draft, name: 'taken' })).rejects.toMatchObject({
    code: 'conflict',
    faults: [{ path: 'name' }],
  })
})

test('a deleted source takes its projects and its own alert along', async () => {
  const { id } = await createSource(admin, { ...draft, name: 'doomed' })
  const url = 'http://console.test'
  await fresh.db.sql`update source set enabled = false where id <> ${id}`
  const claimed = await claimSource(fresh.db, claiming)
  if (claimed?.id !== id) throw new Error('another source was claimed')
  await fresh.db.sql`
    insert into project (id, name, kind, department_id, level, ping_token, source_id, created_at)
    select gen_random_uuid(), 'slot a', 'synchronization', id, 'low', 'ping-a', ${id}, now()
    from department where is_default`
  await fresh.db.sql`
    insert into project_state (project_id, state, incremental)
    select id, 'running', true from project where source_id = ${id}`
  const failure: CollectResult = { ok: false, reason: 'unreachable', message: 'refused' }
  for (let times = 0; times < 3; times += 1) {
    await recordCollection(fresh.db, claimed, failure, url)
  }
  const [down] = await fresh.db.orm.select().from(alert).where(eq(alert.sourceId, id))
  expect(down).toMatchObject({ event: 'source_down', state: 'firing' })

  expect(await deleteSource(admin, { source: id })).toEqual({ id, deletedProjects: 1 })
  const [closed] = await fresh.db.orm.select().from(alert).where(eq(alert.sourceId, id))
  expect(closed).toMatchObject({ state: 'closed', closeReason: 'object_removed' })
  const [gone] = await fresh.db.orm.select().from(project).where(eq(project.sourceId, id))
  expect(gone?.deletedAt).not.toBeNull()
  await expectAudit(fresh.db, { operation: 'deletion', targetName: 'doomed' })
  await expect(deleteSource(admin, { source: id })).rejects.toMatchObject({ code: 'not_found' })
})

test('a user may not make sources, and the attempt is audited', async () => {
  const { actor } = await anAccount(fresh.db)
  await expect(
    createSource(contextOf(fresh.db, actor), { ...draft, name: 'mine' }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await expectAudit(fresh.db, { action: 'source.write', result: 'refused' })
})
