import type { AuditDraft } from '@highwater/core/audit'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, expectTypeOf, inject, test } from 'vitest'
import { z } from 'zod'
import { adminContext, anAccount, contextOf } from '../../testing/builders.ts'
import { expectAudit, expectNoAudit } from '../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../testing/fresh-database.ts'
import { account, installation } from '../schema/index.ts'
import { auditOf } from './audit-terms.ts'
import { type Changed, defineCommand, type Unchanged } from './define-command.ts'
import { lockInstallation } from './lock-installation.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

type Outcome = Changed<{ id: string }> | Unchanged<{ id: string }>

test('a change without an audit draft is no outcome of a command', () => {
  expectTypeOf<{ result: { id: string }; topics: [] }>().not.toExtend<Outcome>()
  expectTypeOf<{ result: { id: string }; audit: []; topics: [] }>().not.toExtend<Outcome>()
  expectTypeOf<{ result: { id: string }; unchanged: false }>().not.toExtend<Outcome>()
  expectTypeOf<{ result: { id: string }; audit: [AuditDraft]; topics: [] }>().toExtend<Outcome>()
  expectTypeOf<{ result: { id: string }; unchanged: true }>().toExtend<Outcome>()
})

const subject = { id: '1', name: 'Highwater' }

const setLocale = (andThen: () => Promise<void> = async () => {}) =>
  defineCommand({
    action: 'installation.update',
    input: z.strictObject({ locale: z.enum(['zh-CN', 'en']), note: z.string().optional() }),
    load: (tx) => lockInstallation(tx),
    resource: () => ({ subject }),
    async change(tx, present, { locale }) {
      await tx.update(installation).set({ messageLocale: locale })
      await andThen()
      const before = { locale: present.messageLocale }
      return {
        result: { locale },
        audit: [auditOf('installation.update', subject, { before, after: { locale } })],
        topics: [],
      }
    },
  })

const readLocale = async () => (await fresh.db.orm.select().from(installation))[0]?.messageLocale

test('the change and its audit row are committed together', async () => {
  const context = await adminContext(fresh.db)
  await setLocale()(context, { locale: 'en' })
  expect(await readLocale()).toBe('en')
  await expectAudit(fresh.db, {
    action: 'installation.update',
    target: 'installation',
    targetName: 'Highwater',
    result: 'succeeded',
    actorType: 'user',
    actorName: context.actorName,
    actorRole: 'admin',
    ip: '192.0.2.7',
    userAgent: 'test browser',
    requestId: context.origin.id,
    changes: [{ path: 'locale', before: 'zh-CN', after: 'en' }],
  })
})

test('a change that fails leaves neither itself nor an audit row', async () => {
  const context = await adminContext(fresh.db)
  const fail = setLocale(() => Promise.reject(new Error('the disk is full')))
  await expectNoAudit(fresh.db, () =>
    expect(fail(context, { locale: 'zh-CN' })).rejects.toThrow('the disk is full'),
  )
  expect(await readLocale()).toBe('en')
})

test('a refused attempt changes nothing and is audited with its reason and its target', async () => {
  const { actor } = await anAccount(fresh.db, { role: 'auditor' })
  const context = contextOf(fresh.db, actor, { name: 'Han Meimei' })
  await expect(setLocale()(context, { locale: 'zh-CN' })).rejects.toMatchObject({
    code: 'forbidden',
    because: 'role_too_small',
  })
  expect(await readLocale()).toBe('en')
  await expectAudit(fresh.db, {
    action: 'installation.update',
    result: 'refused',
    reason: 'role_too_small',
    actorName: 'Han Meimei',
    actorRole: 'auditor',
    targetName: 'Highwater',
    before: null,
    after: null,
    changes: [],
  })
})

test('a text that the database cannot store is refused with its path', async () => {
  const context = await adminContext(fresh.db)
  for (const note of ['a\u0000b', 'a\ud800b']) {
    await expect(setLocale()(context, { locale: 'en', note })).rejects.toMatchObject({
      code: 'invalid_input',
      faults: [{ path: 'note' }],
    })
  }
})

test('of two commands that wait for one another one gives way and is run again', async () => {
  const context = await adminContext(fresh.db)
  const [one, other] = [await anAccount(fresh.db), await anAccount(fresh.db)]
  const bothHold = Promise.withResolvers<void>()
  let holding = 0
  const renameBoth = (first: typeof one, second: typeof one) =>
    defineCommand({
      action: 'installation.update',
      input: z.strictObject({}),
      load: async () => null,
      resource: () => ({ subject }),
      async change(tx) {
        const rename = (email: string, displayName: string) =>
          tx.update(account).set({ displayName }).where(sql`email = ${email}`)
        await rename(first.email, 'renamed')
        holding += 1
        if (holding >= 2) bothHold.resolve()
        await bothHold.promise
        await rename(second.email, 'renamed')
        return {
          result: 'renamed',
          audit: [auditOf('installation.update', subject, {})],
          topics: [],
        }
      },
    })(context, {})
  expect(await Promise.all([renameBoth(one, other), renameBoth(other, one)])).toEqual([
    'renamed',
    'renamed',
  ])
})
