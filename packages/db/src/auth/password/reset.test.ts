import { minutes } from '@highwater/core'
import type { ChannelMessage } from '@highwater/core/notify'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { adminContext, anAccount } from '../../../testing/builders.ts'
import { expectAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { testSealer as sealer } from '../../../testing/sealer.ts'
import { createChannel, setMailChannel, updateUser } from '../../commands/index.ts'
import { readRecentMessage } from '../../queries/index.ts'
import { isResetLink, redeemPasswordReset, requestPasswordReset, signIn } from '../index.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

const origin = { id: 'r', ip: '192.0.2.20', userAgent: 'a browser' }
const ask = (email: string) =>
  requestPasswordReset(fresh.db, { email, origin, sealer, consoleUrl: 'http://console.test' })
const redeem = (token: string, newPassword = 'another good password') =>
  redeemPasswordReset(fresh.db, { token, newPassword, origin, sealer })

/** The mails that wait, with the token of each. */
async function mails() {
  const rows = await fresh.db.sql<{ message: ChannelMessage; config: { to: string[] } }[]>`
    select n.message, t.config from notification n join channel_test t on t.id = n.test_id
    order by n.sequence`
  return rows.map(({ message, config }) => {
    const sealed = message.kind === 'test' ? message.passwordReset?.sealedUrl : undefined
    const url = String(sealer.open(sealed ?? '').url)
    return { to: config.to, token: new URL(url).searchParams.get('token') ?? '' }
  })
}

test('without a channel for mail to people no link is made, and the audit says why', async () => {
  const { email } = await anAccount(fresh.db, { password: 'correct horse battery' })
  await ask(email)
  await expectAudit(fresh.db, { action: 'password.reset', reason: 'no_mail_channel' })
  expect(await mails()).toEqual([])
})

test('a link goes to the owner of the address only, works once, soon, and ends every session', async () => {
  const admin = await adminContext(fresh.db)
  const { id } = await createChannel(admin, {
    name: 'mail',
    kind: 'email',
    config: {
      ...{ host: '127.0.0.1', port: 25, security: 'none', content: 'text' },
      ...{ from: { address: 'highwater@example.com' }, to: ['all@example.com'] },
    },
    secrets: {},
    saveUntested: true,
  })
  await setMailChannel(admin, { channel: id })
  const { email, actor } = await anAccount(fresh.db, { password: 'correct horse battery' })
  await ask(`${email.toUpperCase()} `)
  const [mail, ...others] = await mails()
  expect(others).toEqual([])
  expect(mail?.to).toEqual([email])
  const token = mail?.token ?? ''
  const kept = await fresh.db.sql`
    select to_jsonb(r)::text as row from password_reset r union all
    select to_jsonb(n)::text from notification n union all
    select to_jsonb(a)::text from audit_event a`
  expect(kept.map(({ row }) => row).join()).not.toContain(token)

  expect(await isResetLink(fresh.db, token)).toBe(true)
  await expect(redeem(token, 'password1234')).rejects.toMatchObject({
    faults: [{ path: 'newPassword' }],
  })
  // Longer than what is looked at when somebody signs in: it would be wrong for ever.
  await expect(redeem(token, 'another good password '.repeat(10))).rejects.toMatchObject({
    faults: [{ path: 'newPassword', message: 'Use at most 200 characters.' }],
  })
  const raced = await Promise.all([redeem(token), redeem(token)])
  expect(raced.sort()).toEqual(['changed', 'void'])
  await expectAudit(fresh.db, { action: 'password.reset', actorId: actor.id, targetName: email })
  const entered = { email, password: 'another good password', origin, sealer }
  expect(await signIn(fresh.db, entered)).toMatchObject({ ok: true })

  await ask(email)
  const late = (await mails()).at(-1)?.token ?? ''
  await fresh.clock.advance(minutes(31))
  expect(await redeem(late)).toBe('void')
})

test('no template is shown with the mail of a link, which it does not put into words', async () => {
  const admin = await adminContext(fresh.db)
  const { email } = await anAccount(fresh.db, { password: 'correct horse battery' })
  await ask(email)
  expect((await mails()).at(-1)?.to).toEqual([email])
  expect(await readRecentMessage(fresh.db, admin.actor, 'test')).toBeNull()
})

test('a link that went to an address is void once the account has another one', async () => {
  const admin = await adminContext(fresh.db)
  const { email, actor } = await anAccount(fresh.db, { password: 'correct horse battery' })
  await ask(email)
  const token = (await mails()).at(-1)?.token ?? ''
  expect(await isResetLink(fresh.db, token)).toBe(true)
  await updateUser(admin, { user: actor.id, email: `new-${email}` })
  expect(await redeem(token)).toBe('void')
})

test('an unknown address, a disabled account and a fourth wish within the hour bring no mail', async () => {
  const before = (await mails()).length
  await ask('nobody@example.com')
  await expectAudit(fresh.db, { action: 'password.reset', reason: 'unknown_account' })
  const disabled = await anAccount(fresh.db, { password: 'correct horse battery' })
  await fresh.db.sql`update account set disabled_at = now() where id = ${disabled.actor.id}`
  await ask(disabled.email)
  const without = await anAccount(fresh.db)
  await ask(without.email)
  expect(await mails()).toHaveLength(before)
  const { email } = await anAccount(fresh.db, { password: 'correct horse battery' })
  for (let wish = 0; wish < 4; wish += 1) await ask(email)
  expect(await mails()).toHaveLength(before + 3)
  await expectAudit(fresh.db, { action: 'password.reset', reason: 'too_many_links' })
  const [address] = await fresh.db.sql`select failures from sign_in_address`
  // Each wish in vain counts: an address can wish no more often than it can guess.
  expect(address?.failures).toBe(5)
})
