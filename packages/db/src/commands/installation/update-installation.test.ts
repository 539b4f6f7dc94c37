import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { adminContext, anAccount, contextOf } from '../../../testing/builders.ts'
import { expectAudit, expectNoAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { updateInstallation } from './update-installation.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

test('language and time zone of messages are set by themselves, and audited once', async () => {
  const admin = await adminContext(fresh.db)
  await updateInstallation(admin, { messageLocale: 'en' })
  await expectAudit(fresh.db, {
    changes: [{ path: 'messageLocale', before: 'zh-CN', after: 'en' }],
  })
  const both = await updateInstallation(admin, { messageTimeZone: 'Asia/Shanghai' })
  expect(both).toEqual({ messageLocale: 'en', messageTimeZone: 'Asia/Shanghai' })
  await expectAudit(fresh.db, {
    changes: [{ path: 'messageTimeZone', before: 'UTC', after: 'Asia/Shanghai' }],
  })
  await expectNoAudit(fresh.db, () => updateInstallation(admin, both))
})

test('a language that messages do not have, a zone that nobody lives in, and a user who may not choose are refused', async () => {
  const admin = await adminContext(fresh.db)
  const wrong = { messageLocale: 'fr' as never, messageTimeZone: '+08:00' }
  await expect(updateInstallation(admin, wrong)).rejects.toMatchObject({
    code: 'invalid_input',
    faults: [{ path: 'messageLocale' }, { path: 'messageTimeZone' }],
  })
  const { actor } = await anAccount(fresh.db)
  await expect(
    updateInstallation(contextOf(fresh.db, actor), { messageLocale: 'zh-CN' }),
  ).rejects.toMatchObject({ code: 'forbidden' })
})
