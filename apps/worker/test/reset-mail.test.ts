import { startSmtpFake } from '@highwater/channels/testing'
import { minutes } from '@highwater/core'
import { isResetLink, redeemPasswordReset, requestPasswordReset, signIn } from '@highwater/db/auth'
import { createChannel, setMailChannel } from '@highwater/db/commands'
import { adminContext, anAccount, freshDatabase } from '@highwater/db/testing'
import { expect, inject, test } from 'vitest'
import { hireCrew } from './crew.ts'

const consoleUrl = 'https://highwater.example.com'
const origin = { id: 'test', ip: '192.0.2.40', userAgent: 'a browser' }

/** The readable parts of a mail, one after the other. */
const wordsOf = (raw: Buffer): string =>
  raw
    .toString()
    .replaceAll(
      /Content-Transfer-Encoding: base64\r\n(?:[^\r\n]+\r\n)*\r\n([A-Za-z0-9+/=\r\n]+)/g,
      (_, body: string) => Buffer.from(body, 'base64').toString(),
    )
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )

test('a link for a forgotten password really leaves by mail, to its owner alone, works once and expires', async () => {
  const fresh = await freshDatabase(inject('postgresUrl'))
  const smtp = await startSmtpFake({ security: 'none' })
  const crew = hireCrew(fresh)
  const { sealer } = crew
  const admin = await adminContext(fresh.db, sealer)
  const { id } = await createChannel(admin, {
    name: 'mail',
    kind: 'email',
    config: {
      ...{ host: smtp.host, port: smtp.port, security: 'none', content: 'text' },
      ...{ from: { address: 'highwater@example.com' }, to: ['everybody@example.com'] },
    },
    secrets: {},
    saveUntested: true,
  })
  await setMailChannel(admin, { channel: id })
  const { email } = await anAccount(fresh.db, { password: 'correct horse battery' })

  const linkIn = async (place: number): Promise<string> => {
    await requestPasswordReset(fresh.db, { email, origin, sealer, consoleUrl })
    await crew.work()
    const mail = smtp.mails()[place]
    expect(mail).toMatchObject({ accepted: true, recipients: [email] })
    const found =
      /https:\/\/highwater\.example\.com\/sign-in\/reset\?token=([\w-]{43})(?![\w-])/.exec(
        wordsOf(mail?.raw ?? Buffer.alloc(0)),
      )
    return found?.[1] ?? ''
  }
  const redeem = (token: string, newPassword: string) =>
    redeemPasswordReset(fresh.db, { token, newPassword, origin, sealer })

  const token = await linkIn(0)
  expect(await isResetLink(fresh.db, token)).toBe(true)
  expect(await redeem(token, 'quay under high water')).toBe('changed')
  expect(await redeem(token, 'another quay under water')).toBe('void')
  const entered = { email, password: 'quay under high water', origin, sealer }
  expect(await signIn(fresh.db, entered)).toMatchObject({ ok: true })

  const late = await linkIn(1)
  expect(await isResetLink(fresh.db, late)).toBe(true)
  await fresh.clock.advance(minutes(30))
  expect(await isResetLink(fresh.db, late)).toBe(false)
  expect(await redeem(late, 'another quay under water')).toBe('void')
  expect(smtp.mails()).toHaveLength(2)

  await crew.leave()
  await smtp.close()
  await fresh.close()
})
