import { seconds } from '@highwater/core'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { adminContext, anAccount } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { testSealer as sealer } from '../../../testing/sealer.ts'
import { requestPasswordReset } from '../../auth/index.ts'
import { type CommandContext, requestChannelTest } from '../../commands/index.ts'
import { getChannelTest } from '../../queries/index.ts'
import { peopleStoryOf } from '../outbox/people.fixture.ts'
import { deliveryStoryOf } from './deliver.fixture.ts'
import { giveUpLate } from './give-up-late.ts'

let fresh: FreshDatabase
let admin: CommandContext
beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
})
afterEach(() => fresh.close())

const isSentLater = async () => (await deliveryStoryOf(fresh).claim()).length > 0

test('a test that no worker took in its two minutes is given up, and says so', async () => {
  const settings = { kind: 'dingtalk', config: { baseUrl: 'http://127.0.0.1:9' } }
  const { testId } = await requestChannelTest(admin, { ...settings, secrets: { webhook: 'token' } })
  const result = () => getChannelTest(fresh.db, admin.actor, testId)
  await fresh.clock.advance(seconds(119))
  expect(await giveUpLate(fresh.db, 100)).toBe(0)
  expect(await result()).toMatchObject({ state: 'pending' })
  await fresh.clock.advance(seconds(2))
  expect(await giveUpLate(fresh.db, 100)).toBe(1)
  expect(await result()).toMatchObject({
    state: 'done',
    outcome: null,
    reason: 'deadline_passed',
  })
  expect(await isSentLater()).toBe(false)
})

test('a mail with a link for a new password is not sent once it has waited too long', async () => {
  await peopleStoryOf(fresh, admin).nameMailChannel()
  const { email } = await anAccount(fresh.db, { password: 'correct horse battery' })
  const origin = { id: 'r', ip: '192.0.2.20', userAgent: 'a browser' }
  const consoleUrl = 'https://highwater.example'
  await requestPasswordReset(fresh.db, { email, origin, sealer, consoleUrl })
  await fresh.clock.advance(seconds(121))
  expect(await giveUpLate(fresh.db, 100)).toBe(1)
  expect(await isSentLater()).toBe(false)
})
