import type { WorkerId } from '@highwater/core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aChannel, aDepartment, adminContext } from '../../../testing/builders.ts'
import { expectAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { getChannel } from '../../queries/channel/list.ts'
import { listKindsLeftOff } from '../../queries/channel-kind/left-off.ts'
import { listChannelKindSwitches } from '../../queries/channel-kind/switches.ts'
import { beat } from '../../queue/heartbeat.ts'
import { readPlannedChannels } from '../../queue/outbox/load-channels.ts'
import { createChannel } from '../channel/create-channel.ts'
import { requestChannelTest } from '../channel/request-channel-test.ts'
import type { CommandContext } from '../context.ts'
import { switchChannelKindOff, switchChannelKindOn } from './switch-channel-kind.ts'

let fresh: FreshDatabase
let admin: CommandContext
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
})
afterAll(() => fresh.close())

const kind = 'dingtalk'
const baseUrl = 'http://127.0.0.1:9'
const settings = { kind, config: { baseUrl }, secrets: { webhook: 'token' } }

test('a kind that is switched off is shown so, is planned around, and takes nothing new', async () => {
  const channel = await aChannel(admin, { baseUrl })
  const note = 'Use Feishu.'
  expect(await switchChannelKindOff(admin, { kind, note })).toEqual({ channels: 1 })
  await expectAudit(fresh.db, {
    action: 'channelKind.write',
    targetId: kind,
    operation: 'modification',
  })
  const item = await getChannel(fresh.db, admin.actor, channel)
  expect(item.kindOff).toEqual({ note, everywhere: true })
  const refused = { code: 'invalid_input', faults: [{ path: 'kind', message: expect.any(String) }] }
  const made = createChannel(admin, { ...settings, name: 'new', saveUntested: true })
  await expect(made).rejects.toMatchObject(refused)
  await expect(requestChannelTest(admin, { channel })).rejects.toMatchObject(refused)
  const [planned] = await readPlannedChannels(fresh.db.sql, [], [])
  expect(planned).toMatchObject({ id: channel, enabled: true, kindOff: true })
  expect(await switchChannelKindOn(admin, { kind })).toEqual({ channels: 1 })
  expect((await getChannel(fresh.db, admin.actor, channel)).kindOff).toBeNull()
})

test('a department switches it off for itself alone, and stays off while everybody is switched on', async () => {
  const { id: department } = await aDepartment(fresh.db)
  const shared = await aChannel(admin, { baseUrl })
  const { id: own } = await createChannel(admin, {
    ...settings,
    name: 'own',
    department,
    saveUntested: true,
  })
  await switchChannelKindOff(admin, { kind, department })
  await switchChannelKindOff(admin, { kind })
  await switchChannelKindOn(admin, { kind })
  expect((await getChannel(fresh.db, admin.actor, shared)).kindOff).toBeNull()
  const item = await getChannel(fresh.db, admin.actor, own)
  expect(item.kindOff).toEqual({ note: '', everywhere: false })
  expect(await listChannelKindSwitches(fresh.db, admin.actor)).toMatchObject([{ kind, department }])
})

test('a kind that no living worker is set up for is left off', async () => {
  const { db } = fresh
  const live = (id: string, kindsOff: readonly string[]) =>
    beat(db, { id: id as WorkerId, host: 'here', version: '1', secretKeys: [], kindsOff })
  expect(await listKindsLeftOff(db, admin.actor)).toEqual([])
  await live('bare', ['script'])
  expect(await listKindsLeftOff(db, admin.actor)).toEqual(['script'])
  await live('set up', [])
  expect(await listKindsLeftOff(db, admin.actor)).toEqual([])
})
