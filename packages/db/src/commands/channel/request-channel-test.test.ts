import { minutes, seconds } from '@highwater/core'
import { desc } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aChannel, adminContext, anAccount, contextOf } from '../../../testing/builders.ts'
import { expectAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { newId } from '../../client/new-id.ts'
import { claimNotifications, settleNotifications } from '../../queue/index.ts'
import { channel, channelTest, notification } from '../../schema/index.ts'
import type { CommandContext } from '../context.ts'
import { createChannel } from './create-channel.ts'
import { requestChannelTest } from './request-channel-test.ts'
import { updateChannel } from './update-channel.ts'

let fresh: FreshDatabase
let admin: CommandContext
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
})
afterAll(() => fresh.close())

const baseUrl = 'http://127.0.0.1:9'
const settings = { kind: 'dingtalk', config: { baseUrl }, secrets: { webhook: 'tested-token' } }

/** Plays the worker: claims what is due and settles it as delivered. */
async function deliverAll() {
  const { claimed } = await claimNotifications(fresh.db, {
    worker: 'w',
    limit: 10,
    perChannel: 10,
    busyChannels: [],
    consoleUrl: 'https://highwater.example',
    lease: seconds(30),
    rulesOf: () => [],
  })
  const detail = { reason: 'ok', httpStatus: 200, providerCode: '0', providerMessage: 'ok' }
  const attempts = claimed.map((one) => ({
    claimed: one,
    outcome: { kind: 'delivered', detail } as const,
    worker: 'test',
    durationMs: 5,
    jitter: 0,
  }))
  await settleNotifications(fresh.db, attempts)
  return claimed
}

test('a draft goes sealed into the outbox, before every alert, and the worker can open it', async () => {
  const { testId } = await requestChannelTest(admin, { ...settings, name: 'draft' })
  const [stored] = await fresh.db.orm.select().from(channelTest)
  expect(stored).toMatchObject({ id: testId, channelId: null, channelName: 'draft' })
  expect(stored?.sealedSecrets).not.toContain('tested-token')
  const [queued] = await fresh.db.orm.select().from(notification)
  expect(queued).toMatchObject({ testId, kind: 'test', priority: 0, state: 'pending' })
  expect(queued?.message).toMatchObject({
    kind: 'test',
    channelName: 'draft',
    requestedBy: admin.actorName,
    consoleUrl: 'http://console.test',
  })
  await expectAudit(fresh.db, { action: 'channel.test', targetName: 'draft', result: 'succeeded' })
  const [claimed] = await deliverAll()
  expect(admin.sealer.open(claimed?.sealedSecrets ?? '')).toEqual({ webhook: 'tested-token' })
})

test('a delivered test of exactly these settings lets them be saved, for 15 minutes', async () => {
  const secrets = { webhook: 'another-token' }
  await requestChannelTest(admin, { ...settings, secrets })
  await expect(createChannel(admin, { ...settings, secrets, name: 'early' })).rejects.toMatchObject(
    {
      code: 'invalid_input',
    },
  )
  await deliverAll()
  await expect(
    createChannel(admin, {
      ...settings,
      secrets,
      config: { baseUrl, keyword: 'x' },
      name: 'other',
    }),
  ).rejects.toMatchObject({ code: 'invalid_input' })
  const { id } = await createChannel(admin, { ...settings, secrets, name: 'proven' })
  const [row] = await fresh.db.orm.select().from(channel).orderBy(desc(channel.createdAt))
  expect(row).toMatchObject({ id, health: 'working', testedAt: expect.any(Number) })
  await expectAudit(fresh.db, { after: expect.objectContaining({ tested: true }) as never })
  await fresh.clock.advance(minutes(16))
  await expect(
    createChannel(admin, { ...settings, secrets, name: 'too_late' }),
  ).rejects.toMatchObject({ code: 'invalid_input', message: expect.stringContaining('15 minutes') })
})

test("a channel's stored secrets are tested under what the form has changed", async () => {
  const id = await aChannel(admin, { baseUrl, webhook: 'stored-token', name: 'existing' })
  await requestChannelTest(admin, { channel: id, config: { keyword: 'news' } })
  const [claimed] = await deliverAll()
  expect(claimed).toMatchObject({ channelKind: 'dingtalk', config: { baseUrl, keyword: 'news' } })
  expect(admin.sealer.open(claimed?.sealedSecrets ?? '')).toEqual({ webhook: 'stored-token' })
  await updateChannel(admin, { channel: id, config: { keyword: 'news' } })
})

test.each([
  { baseUrl: 'http://127.0.0.1:8' },
  { baseUrl: 'http://elsewhere.example' },
  { proxy: 'http://elsewhere.example:3128' },
])('stored secrets are tested and saved with no other receiver, such as %j', async (config) => {
  const webhook = `guarded-${JSON.stringify(config)}`
  const id = await aChannel(admin, { baseUrl, webhook: webhook.replace(/[^a-z0-9-]/g, '-') })
  const refused = { code: 'invalid_input', faults: [{ path: 'secrets.webhook' }] }
  await expect(requestChannelTest(admin, { channel: id, config })).rejects.toMatchObject(refused)
  const saving = { channel: id, config, saveUntested: true }
  await expect(updateChannel(admin, saving)).rejects.toMatchObject(refused)
  await updateChannel(admin, { ...saving, secrets: { webhook: 'typed-again' } })
})

test('a program with a token for everything moves a channel with the secrets that it keeps', async () => {
  const id = await aChannel(admin, { baseUrl, webhook: 'moved-token' })
  const token = { type: 'token', id: newId<'token'>(), department: null, onBehalfOf: null } as const
  const moving = { channel: id, config: { baseUrl: 'http://127.0.0.1:8' }, saveUntested: true }
  const managing = contextOf(fresh.db, { ...token, scope: 'manage' })
  await expect(updateChannel(managing, moving)).rejects.toMatchObject({ code: 'invalid_input' })
  await updateChannel(contextOf(fresh.db, { ...token, scope: 'admin' }), moving)
})

test('a draft with a fault is refused at the field and sends nothing', async () => {
  await expect(
    requestChannelTest(admin, { kind: 'dingtalk', config: {}, secrets: {} }),
  ).rejects.toMatchObject({ code: 'invalid_input', faults: [{ path: 'secrets.webhook' }] })
  expect(await deliverAll()).toEqual([])
})

test('a user may not send tests, and the attempt is audited', async () => {
  const { actor } = await anAccount(fresh.db)
  await expect(requestChannelTest(contextOf(fresh.db, actor), settings)).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expectAudit(fresh.db, { action: 'channel.test', result: 'refused' })
})
