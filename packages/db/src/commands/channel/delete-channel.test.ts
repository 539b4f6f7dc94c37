import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aChannel, adminContext, aProject } from '../../../testing/builders.ts'
import { expectAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { storyOf } from '../../queue/queue.fixture.ts'
import type { CommandContext } from '../context.ts'
import { channelRow } from './channel.fixture.ts'
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

test('a channel cannot fall back to one that relies on it, if by others', async () => {
  const [first, second, third] = [
    await aChannel(admin, { baseUrl }),
    await aChannel(admin, { baseUrl }),
    await aChannel(admin, { baseUrl }),
  ]
  await updateChannel(admin, { channel: first, fallbackChannel: second })
  await updateChannel(admin, { channel: second, fallbackChannel: third })
  const circle = updateChannel(admin, { channel: third, fallbackChannel: first })
  await expect(circle).rejects.toMatchObject({ faults: [{ path: 'fallbackChannel' }] })
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
  const row = await channelRow(fresh.db, deleted)
  expect(admin.sealer.open(row.sealedSecrets)).toEqual({})
  await expectAudit(
    fresh.db,
    { operation: 'deletion', risk: 'critical', targetId: deleted },
    { operation: 'modification', changes: [{ path: 'enabled', before: true, after: false }] },
  )
})
