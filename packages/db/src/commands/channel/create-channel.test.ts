import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import {
  aChannel,
  aDepartment,
  adminContext,
  anAccount,
  contextOf,
} from '../../../testing/builders.ts'
import { expectAudit, expectNoAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import type { CommandContext } from '../context.ts'
import { channelRow, plainText } from './channel.fixture.ts'
import { createChannel } from './create-channel.ts'
import { deleteChannel } from './delete-channel.ts'

let fresh: FreshDatabase
let admin: CommandContext
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
})
afterAll(() => fresh.close())

const baseUrl = 'http://127.0.0.1:9'
test('a channel is stored with its secrets sealed, and neither columns nor audit show them', async () => {
  const { id, version } = await createChannel(admin, {
    name: '值班群_1',
    kind: 'dingtalk',
    config: { baseUrl, keyword: '告警' },
    secrets: { webhook: 'token-of-robot-1', signingSecret: 'SECverysecret' },
    saveUntested: true,
  })
  expect(version).toBe(1)
  const row = await channelRow(fresh.db, id)
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
  const text = await plainText(fresh.db)
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

test('channels of one robot share its budget, whichever way the robot is written', async () => {
  const bare = await channelRow(fresh.db, await aChannel(admin, { baseUrl, webhook: 'robot-7' }))
  const whole = await channelRow(
    fresh.db,
    await aChannel(admin, {
      baseUrl,
      webhook: 'https://oapi.dingtalk.com/robot/send?access_token=robot-7',
    }),
  )
  const other = await channelRow(fresh.db, await aChannel(admin, { baseUrl, webhook: 'robot-8' }))
  expect(whole.budgetKey).toBe(bare.budgetKey)
  expect(other.budgetKey).not.toBe(bare.budgetKey)
})

test('the name and the settings of a channel are judged together, null being no value', async () => {
  const draft = { name: '', kind: 'dingtalk', config: { keyword: null, format: 'poem' } }
  await expect(createChannel(admin, draft)).rejects.toMatchObject({
    code: 'invalid_input',
    faults: [{ path: 'name' }, { path: 'config.format' }, { path: 'secrets.webhook' }],
  })
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
  expect((await channelRow(fresh.db, id)).departmentId).toBe(home.id)
  await expect(createChannel(context, { ...draft, name: 'everybodys' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expectAudit(fresh.db, { action: 'channel.write', result: 'refused' })
})
