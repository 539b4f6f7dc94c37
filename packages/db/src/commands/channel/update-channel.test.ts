import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aChannel, adminContext } from '../../../testing/builders.ts'
import { expectAudit, expectNoAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import type { CommandContext } from '../context.ts'
import { channelRow, plainText } from './channel.fixture.ts'
import { createChannel } from './create-channel.ts'
import { updateChannel } from './update-channel.ts'

let fresh: FreshDatabase
let admin: CommandContext
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
})
afterAll(() => fresh.close())

const baseUrl = 'http://127.0.0.1:9'
test('a new name needs no test and leaves settings and secrets alone', async () => {
  const id = await aChannel(admin, { baseUrl, webhook: 'kept-token' })
  const before = await channelRow(fresh.db, id)
  await updateChannel(admin, { channel: id, name: 'renamed', expectedVersion: 1 })
  const after = await channelRow(fresh.db, id)
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
  const row = await channelRow(fresh.db, id)
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
  expect(await plainText(fresh.db)).not.toMatch(/first-token|second-token|SECfirst/)
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
  expect((await channelRow(fresh.db, id)).config.proxy).toBe('http://user:hunter2@10.0.0.1:3128')
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
  const row = await channelRow(fresh.db, id)
  expect(row.kind).toBe('webhook')
  expect(row.config).not.toHaveProperty('baseUrl')
  expect(admin.sealer.open(row.sealedSecrets)).toEqual({})
})

test('how a channel gathers alike alerts, and its quota, are kept, audited and need no test', async () => {
  const id = await aChannel(admin, { baseUrl, webhook: 'gathering-token' })
  const aggregation = { windowSeconds: 300, groupBy: ['event' as const] }
  await updateChannel(admin, { channel: id, aggregation, monthlyQuota: 10_000 })
  expect(await channelRow(fresh.db, id)).toMatchObject({ aggregation, monthlyQuota: 10_000 })
  await expectAudit(fresh.db, {
    action: 'channel.write',
    changes: expect.arrayContaining([
      { path: 'monthlyQuota', before: null, after: 10_000 },
      { path: 'aggregation', before: null, after: aggregation },
    ]),
  })
  await updateChannel(admin, { channel: id, aggregation: null })
  expect(await channelRow(fresh.db, id)).toMatchObject({ aggregation: null, monthlyQuota: 10_000 })
  await expect(
    updateChannel(admin, { channel: id, aggregation: { windowSeconds: 5, groupBy: ['event'] } }),
  ).rejects.toMatchObject({ code: 'invalid_input' })
})
