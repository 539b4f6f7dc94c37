import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { adminContext, anAccount, contextOf } from '../../../testing/builders.ts'
import { expectAudit, expectNoAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { setMessageLocale } from './set-message-locale.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

test('the language of messages is set once and audited once', async () => {
  const admin = await adminContext(fresh.db)
  await setMessageLocale(admin, { locale: 'en' })
  await expectAudit(fresh.db, {
    changes: [{ path: 'messageLocale', before: 'zh-CN', after: 'en' }],
  })
  await expectNoAudit(fresh.db, () => setMessageLocale(admin, { locale: 'en' }))
})

test('a language that messages do not have, and a user who may not choose, are refused', async () => {
  const admin = await adminContext(fresh.db)
  await expect(setMessageLocale(admin, { locale: 'fr' as never })).rejects.toMatchObject({
    code: 'invalid_input',
    faults: [{ path: 'locale' }],
  })
  const { actor } = await anAccount(fresh.db)
  await expect(
    setMessageLocale(contextOf(fresh.db, actor), { locale: 'zh-CN' }),
  ).rejects.toMatchObject({ code: 'forbidden' })
})
