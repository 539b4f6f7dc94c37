import type { ChannelId } from '@highwater/core'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import {
  aChannel,
  aDepartment,
  adminContext,
  anAccount,
  aProject,
  contextOf,
} from '../../../testing/builders.ts'
import { expectAudit, expectNoAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { storyOf } from '../../queue/queue.fixture.ts'
import { channel } from '../../schema/index.ts'
import type { CommandContext } from '../context.ts'
import { createChannel } from './create-channel.ts'
import { deleteChannel } from './delete-channel.ts'
import { updateChannel } from './update-channel.ts'

let fresh: FreshDatabase
let admin: CommandContext
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
})
afterAll(() => fresh.close())

const baseUrl = 'http://127.0.0.1:9'
const rowOf = async (id: ChannelId) => {
  const [row] = await fresh.db.orm.select().from(channel).where(eq(channel.id, id))
  if (!row) throw new Error('no such channel')
  return row
}

/** Everything that the database holds in plain text, as one string. */
const plainText = async () => {
  const tables = ['channel', 'channel_test', 'audit_event', 'notification']
  const dumps = tables.map(
    (table) => fresh.db.sql`select to_jsonb(t)::text as row from ${fresh.db.sql(table)} t`,
  )
  return (await Promise.all(dumps))
    .flat()
    .map(({ row }) => row)
    .join('\n')
}

test('a channel is stored with its secrets sealed, and neither columns nor audit show them', async () => {
  const { id, version } = await createChannel(admin, {
    name: '值班群_1',
    kind: 'dingtalk',
    config: { baseUrl, keyword: '告警' },
    secrets: { webhook: 'token-of-robot-1', signingSecret: 'SECverysecret' },
    saveUntested: true,
  })
  expect(version).toBe(1)
  const row = await rowOf(id)
  expect(row).toMatchObject({
    name: '值班群_1',
    enabled: true,
    departmentId: null,
    health: 'untried',
    testedAt: null,
    secretNames: ['signingSecret', 'webhook'],
    config: { baseUrl, keyword: '告警', format: 'markdown' },
  })
  expect(admin.sealer.open(row.sealedSecrets)).toEqual({
    webhook: 'token-of-robot-1',
    signingSecret: 'SECverysecret',
  })
  await expectAudit(fresh.db, {
    action: 'channel.write',
    operation: 'creation',
    risk: 'moderate',
    targetId: id,
    after: expect.objectContaining({
      secrets: { webhook: 'set', signingSecret: 'set' },
      tested: false,
    }) as never,
  })
  const text = await plainText()
  expect(text).toContain('值班群_1')
  expect(text).not.toMatch(/token-of-robot-1|SECverysecret/)
})

test('settings that were not tested are refused with a sentence on what to do', async () => {
  const draft = {
    name: 'untested',
    kind: 'dingtalk',
    config: { baseUrl },
    secrets: { webhook: 'x1' },
  }
  await expect(createChannel(admin, draft)).rejects.toMatchObject({
    code: 'invalid_input',
    message: expect.stringContaining('saveUntested: true'),
    faults: [{ path: 'saveUntested' }],
  })
})

test.each([
  [{ name: 'two words' }, 'name'],
  [{ kind: 'pigeon' }, 'kind'],
  [{ secrets: {} }, 'secrets.webhook'],
  [{ config: { baseUrl, format: 'html' } }, 'config.format'],
  [{ config: { baseUrl, unheardOf: 1 } }, 'config'],
  [{ fallbackChannel: '0198c0de-0000-7000-8000-000000000000' }, 'fallbackChannel'],
  [{ department: 'Nowhere' }, 'department'],
])('bad input %j is refused at %s', async (fields, path) => {
  const draft = { name: 'bad', kind: 'dingtalk', config: { baseUrl }, secrets: { webhook: 'x' } }
  await expectNoAudit(fresh.db, () =>
    expect(
      createChannel(admin, { ...draft, ...fields, saveUntested: true } as never),
    ).rejects.toMatchObject({
      code: 'invalid_input',
      faults: [{ path: expect.stringMatching(`^${path}`) }],
    }),
  )
})

test('two living channels cannot share a name, and a deleted one frees it', async () => {
  const id = await aChannel(admin, { baseUrl, name: 'taken' })
  const again = () => aChannel(admin, { baseUrl, name: 'taken' })
  await expect(again()).rejects.toMatchObject({ code: 'conflict', faults: [{ path: 'name' }] })
  await deleteChannel(admin, { channel: id })
  await again()
})

test('a new name needs no test and leaves settings and secrets alone', async () => {
  const id = await aChannel(admin, { baseUrl, webhook: 'kept-token' })
  const before = await rowOf(id)
  await updateChannel(admin, { channel: id, name: 'renamed', expectedVersion: 1 })
  const after = await rowOf(id)
  expect(after).toEqual({ ...before, name: 'renamed', version: 2 })
  await expectAudit(fresh.db, {
    operation: 'modification',
    changes: [{ path: 'name', before: before.name, after: 'renamed' }],
  })
})

test('secrets that are left out stay, null unsets one, and the audit tells only that', async () => {
  const { id } = await createChannel(admin, {
    name: 'merge',
    kind: 'dingtalk',
    config: { baseUrl, atMobiles: ['13800000000'] },
    secrets: { webhook: 'first-token', signingSecret: 'SECfirst' },
    saveUntested: true,
  })
  await updateChannel(admin, {
    channel: id,
    config: { keyword: 'alert' },
    secrets: { webhook: 'second-token', signingSecret: null },
    saveUntested: true,
  })
  const row = await rowOf(id)
  expect(admin.sealer.open(row.sealedSecrets)).toEqual({ webhook: 'second-token' })
  expect(row.config).toMatchObject({ baseUrl, atMobiles: ['13800000000'], keyword: 'alert' })
  expect(row.secretNames).toEqual(['webhook'])
  const [audited] = await expectAudit(fresh.db, { action: 'channel.write', targetId: id })
  expect(audited?.changes).toContainEqual({
    path: 'secrets.signingSecret',
    before: 'set',
    after: 'unset',
  })
  expect(audited?.changes).toContainEqual({
    path: 'secrets.webhook',
    before: 'set',
    after: '********',
  })
  expect(await plainText()).not.toMatch(/first-token|second-token|SECfirst/)
})

test('a proxy that is sent back as it was shown keeps its password, which the audit never has', async () => {
  const { id } = await createChannel(admin, {
    name: 'proxied',
    kind: 'dingtalk',
    config: { baseUrl, proxy: 'http://user:hunter2@10.0.0.1:3128' },
    secrets: { webhook: 'x' },
    saveUntested: true,
  })
  await updateChannel(admin, {
    channel: id,
    name: 'proxied_2',
    config: { proxy: 'http://***@10.0.0.1:3128' },
  })
  expect((await rowOf(id)).config.proxy).toBe('http://user:hunter2@10.0.0.1:3128')
  const rows = await fresh.db.sql`select to_jsonb(a)::text as row from audit_event a`
  expect(rows.map(({ row }) => row).join()).not.toContain('hunter2')
})

test('an update that changes nothing leaves version and audit alone', async () => {
  const id = await aChannel(admin, { baseUrl, webhook: 'same' })
  const result = await expectNoAudit(fresh.db, () =>
    updateChannel(admin, { channel: id, enabled: true, secrets: { webhook: 'same' } }),
  )
  expect(result.version).toBe(1)
})

test('an update from an old version is a conflict that shows no secret', async () => {
  const id = await aChannel(admin, { baseUrl, webhook: 'conflict-token' })
  await updateChannel(admin, { channel: id, name: 'newer' })
  const stale = updateChannel(admin, { channel: id, name: 'older', expectedVersion: 1 })
  const error: { code: string; current: unknown } = await stale.then(
    () => ({ code: 'none', current: null }),
    (caught) => caught,
  )
  expect(error).toMatchObject({ code: 'conflict', current: { version: 2, name: 'newer' } })
  expect(JSON.stringify(error.current)).not.toContain('conflict-token')
})

test('another kind starts with settings of its own', async () => {
  const id = await aChannel(admin, { baseUrl })
  await updateChannel(admin, {
    channel: id,
    kind: 'webhook',
    config: { url: 'https://hooks.example.com/x' },
    saveUntested: true,
  })
  const row = await rowOf(id)
  expect(row.kind).toBe('webhook')
  expect(row.config).not.toHaveProperty('baseUrl')
  expect(admin.sealer.open(row.sealedSecrets)).toEqual({})
})

test('channels of one robot share its budget, whichever way the robot is written', async () => {
  const bare = await rowOf(await aChannel(admin, { baseUrl, webhook: 'robot-7' }))
  const whole = await rowOf(
    await aChannel(admin, {
      baseUrl,
      webhook: 'https://oapi.dingtalk.com/robot/send?access_token=robot-7',
    }),
  )
  const other = await rowOf(await aChannel(admin, { baseUrl, webhook: 'robot-8' }))
  expect(whole.budgetKey).toBe(bare.budgetKey)
  expect(other.budgetKey).not.toBe(bare.budgetKey)
})

test('a channel that others fall back to is not deleted, and the refusal names them', async () => {
  const fallback = await aChannel(admin, { baseUrl, name: 'safety_net' })
  const user = await aChannel(admin, { baseUrl, name: 'relies_on_it' })
  await updateChannel(admin, { channel: user, fallbackChannel: fallback })
  await expect(deleteChannel(admin, { channel: fallback })).rejects.toMatchObject({
    code: 'in_use',
    message: expect.stringContaining('relies_on_it'),
    current: [{ id: user, name: 'relies_on_it' }],
  })
  await updateChannel(admin, { channel: user, fallbackChannel: null })
  await deleteChannel(admin, { channel: fallback })
  await expect(updateChannel(admin, { channel: fallback, name: 'gone' })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('a channel cannot fall back to itself', async () => {
  const id = await aChannel(admin, { baseUrl })
  await expect(updateChannel(admin, { channel: id, fallbackChannel: id })).rejects.toMatchObject({
    code: 'invalid_input',
    faults: [{ path: 'fallbackChannel' }],
  })
})

test('deleting or disabling a channel cancels what it has not sent, and the alert says so', async () => {
  const deleted = await aChannel(admin, { baseUrl })
  const disabled = await aChannel(admin, { baseUrl })
  const project = await aProject(admin, { protectionLevel: 'high' })
  const story = storyOf(fresh)
  await story.report(project, 5, 3)
  await story.report(project, 412, 2)
  await deleteChannel(admin, { channel: deleted })
  await updateChannel(admin, { channel: disabled, enabled: false })
  const rows = await fresh.db.sql`
    select channel_id, state, reason from notification where channel_id in (${deleted}, ${disabled})`
  expect(rows).toEqual(
    expect.arrayContaining([
      { channel_id: deleted, state: 'cancelled', reason: 'channel_deleted' },
      { channel_id: disabled, state: 'cancelled', reason: 'channel_disabled' },
    ]),
  )
  const row = await rowOf(deleted)
  expect(admin.sealer.open(row.sealedSecrets)).toEqual({})
  await expectAudit(
    fresh.db,
    { operation: 'deletion', risk: 'critical', targetId: deleted },
    { operation: 'modification', changes: [{ path: 'enabled', before: true, after: false }] },
  )
})

test("a department's manager writes its channels, not those of everybody", async () => {
  const home = await aDepartment(fresh.db)
  const { actor } = await anAccount(fresh.db, { departments: [{ id: home.id, role: 'manager' }] })
  const context = contextOf(fresh.db, actor)
  const draft = {
    kind: 'dingtalk',
    config: { baseUrl },
    secrets: { webhook: 'x' },
    saveUntested: true,
  }
  const { id } = await createChannel(context, { ...draft, name: 'ours', department: home.name })
  expect((await rowOf(id)).departmentId).toBe(home.id)
  await expect(createChannel(context, { ...draft, name: 'everybodys' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expectAudit(fresh.db, { action: 'channel.write', result: 'refused' })
})
