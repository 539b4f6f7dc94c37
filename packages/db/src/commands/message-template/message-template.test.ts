import { seconds } from '@highwater/core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aChannel, adminContext, anAccount, contextOf } from '../../../testing/builders.ts'
import { expectAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { findMessageTemplate, listMessageTemplates } from '../../queries/message-template/list.ts'
import { readRecentMessage } from '../../queries/message-template/recent-message.ts'
import { listTemplateVersions } from '../../queries/message-template/versions.ts'
import { claimNotifications } from '../../queue/index.ts'
import { requestChannelTest } from '../channel/request-channel-test.ts'
import type { CommandContext } from '../context.ts'
import { createMessageTemplate } from './create-message-template.ts'
import { resetMessageTemplate } from './reset-message-template.ts'
import { restoreMessageTemplate } from './restore-message-template.ts'
import { updateMessageTemplate } from './update-message-template.ts'

let fresh: FreshDatabase
let admin: CommandContext
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
})
afterAll(() => fresh.close())

const scope = { kind: 'test', locale: 'zh-CN' } as const
const words = { headline: 'Trial', text: `Of \${channel}` }

/** The headlines under which the worker would send the tests that wait. */
async function claimHeadlines() {
  const { claimed } = await claimNotifications(fresh.db, {
    worker: 'w',
    limit: 10,
    perChannel: 10,
    busyChannels: [],
    consoleUrl: 'https://highwater.example',
    lease: seconds(30),
    rulesOf: () => [],
  })
  return claimed.map(({ template }) => template?.headline)
}

test('the worker gets the words of the channel before those for all, and none after a reset', async () => {
  const baseUrl = 'http://127.0.0.1:9'
  const channel = await aChannel(admin, { baseUrl })
  const other = await aChannel(admin, { baseUrl })
  const ask = (id = channel) => requestChannelTest(admin, { channel: id })
  const { id, version } = await createMessageTemplate(admin, { ...scope, ...words })
  const own = await createMessageTemplate(admin, {
    ...scope,
    ...words,
    channel,
    headline: 'Own',
  })
  await ask()
  await ask(other)
  expect((await claimHeadlines()).toSorted()).toEqual(['Own', 'Trial'])
  await resetMessageTemplate(admin, { template: own.id })
  await ask()
  expect(await claimHeadlines()).toEqual(['Trial'])
  await resetMessageTemplate(admin, { template: id, expectedVersion: version })
  await expectAudit(fresh.db, {
    action: 'template.write',
    targetId: id,
    targetName: 'test zh-CN',
    operation: 'deletion',
  })
  await ask()
  expect(await claimHeadlines()).toEqual([undefined])
  expect(await listMessageTemplates(fresh.db, admin.actor)).toEqual([])
  expect(await readRecentMessage(fresh.db, admin.actor, 'test')).toMatchObject({ kind: 'test' })
})

test('a template that was reset comes back by its next version, and an old one is restored', async () => {
  const { id, version } = await createMessageTemplate(admin, { ...scope, ...words, facts: 'a: b' })
  expect(version).toBe(3)
  await updateMessageTemplate(admin, { template: id, headline: 'Second', expectedVersion: 3 })
  await restoreMessageTemplate(admin, { template: id, restore: 3, expectedVersion: 4 })
  const found = await findMessageTemplate(fresh.db, admin.actor, { ...scope, channel: null })
  expect(found).toMatchObject({ id, version: 5, content: { headline: 'Trial', facts: 'a: b' } })
  const versions = await listTemplateVersions(fresh.db, admin.actor, id)
  expect(versions.map(({ origin, restoredFrom }) => [origin, restoredFrom])).toEqual([
    ['restore', 3],
    ['edit', null],
    ['edit', null],
    ['reset', null],
    ['edit', null],
  ])
  expect(versions[0]?.createdByName).toBe(admin.actorName)
  const late = updateMessageTemplate(admin, { template: id, headline: 'x', expectedVersion: 4 })
  await expect(late).rejects.toMatchObject({ code: 'conflict' })
  const again = createMessageTemplate(admin, { ...scope, ...words })
  await expect(again).rejects.toMatchObject({ code: 'conflict' })
})

test('words with an unknown variable are refused, and nobody but an admin writes for everybody', async () => {
  const unknown = createMessageTemplate(admin, {
    kind: 'firing',
    locale: 'en',
    ...words,
    text: `\${projct}`,
  })
  await expect(unknown).rejects.toMatchObject({
    code: 'invalid_input',
    faults: [{ path: 'text', message: expect.stringContaining(`\${project}?`) }],
  })
  const viewer = contextOf(fresh.db, (await anAccount(fresh.db)).actor)
  const refused = createMessageTemplate(viewer, { kind: 'firing', locale: 'en', ...words })
  await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
})
