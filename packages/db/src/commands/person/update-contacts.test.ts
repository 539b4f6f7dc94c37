import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { adminContext, anAccount, contextOf } from '../../../testing/builders.ts'
import { expectAudit, expectNoAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { getPerson, listChannels, listPeople } from '../../queries/index.ts'
import { plainText } from '../channel/channel.fixture.ts'
import { createChannel } from '../channel/create-channel.ts'
import { deleteChannel } from '../channel/delete-channel.ts'
import { setMailChannel } from '../installation/set-mail-channel.ts'
import { requestContactTest } from './request-contact-test.ts'
import { updateContacts } from './update-contacts.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

const webhook = 'https://oapi.dingtalk.com/robot/send?access_token=planted-token-of-a-person'

test('a person keeps their own contacts, and nobody learns what is secret in them', async () => {
  const { actor, email } = await anAccount(fresh.db)
  const own = contextOf(fresh.db, actor)
  await updateContacts(own, {
    mobile: '+86 138-0000-0000',
    wecomUserId: '@li.lei',
    robots: { dingtalk: { secrets: { webhook, signingSecret: 'SECplanted' } } },
  })
  const person = await getPerson(fresh.db, actor, actor.id)
  expect(person).toMatchObject({
    mobile: '13800000000',
    wecomUserId: 'li.lei',
    feishuOpenId: null,
    mail: true,
    robots: [
      { kind: 'dingtalk', enabled: true, secrets: { webhook: 'set', signingSecret: 'set' } },
    ],
    unreachable: null,
    version: 2,
  })
  const [audited] = await expectAudit(fresh.db, { action: 'person.update', targetName: email })
  expect(JSON.stringify([person, audited, await plainText(fresh.db)])).not.toContain('lanted')
  expect((await listChannels(fresh.db, (await adminContext(fresh.db)).actor)).items).toEqual([])

  await expectNoAudit(fresh.db, () => updateContacts(own, { mobile: '13800000000', mail: true }))
  await updateContacts(own, { mail: false, robots: { dingtalk: { enabled: false } } })
  expect(await getPerson(fresh.db, actor, actor.id)).toMatchObject({
    mail: false,
    robots: [{ enabled: false, secrets: { webhook: 'set' } }],
    unreachable: 'no_contact',
  })
  await updateContacts(own, { robots: { dingtalk: null } })
  expect(await getPerson(fresh.db, actor, actor.id)).toMatchObject({ robots: [] })
  await updateContacts(own, { robots: { dingtalk: { secrets: { webhook } } } })
})

test('others change them only as administrators, and wrong ones are refused at their place', async () => {
  const { actor } = await anAccount(fresh.db)
  const { actor: other } = await anAccount(fresh.db)
  const change = { person: actor.id, mobile: '13900000000' }
  await expect(updateContacts(contextOf(fresh.db, other), change)).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(getPerson(fresh.db, other, actor.id)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(listPeople(fresh.db, other)).rejects.toMatchObject({ code: 'forbidden' })
  const admin = await adminContext(fresh.db)
  await updateContacts(admin, { ...change, expectedVersion: 1 })
  await expect(updateContacts(admin, { ...change, expectedVersion: 1 })).rejects.toMatchObject({
    code: 'conflict',
  })
  const refusals = [
    [{ feishuOpenId: 'all' }, 'feishuOpenId'],
    [
      { robots: { dingtalk: { secrets: { webhook: 'https://evil.example/x' } } } },
      'robots.dingtalk.secrets.webhook',
    ],
    [{ robots: { feishu: { enabled: true } } }, 'robots.feishu.secrets.webhook'],
    [{ robots: { email: { enabled: true } } }, 'robots.email'],
  ] as const
  for (const [input, path] of refusals) {
    await expect(updateContacts(admin, input as never)).rejects.toMatchObject({
      code: 'invalid_input',
      faults: [{ path }],
    })
  }
})

test('mail to people goes through the channel that is named for it, which then stays', async () => {
  const admin = await adminContext(fresh.db)
  const { actor, email } = await anAccount(fresh.db)
  const own = contextOf(fresh.db, actor)
  expect(await getPerson(fresh.db, actor, actor.id)).toMatchObject({
    unreachable: 'no_mail_channel',
  })
  await expect(requestContactTest(own, { kind: 'email' })).rejects.toMatchObject({
    faults: [{ path: 'kind' }],
  })
  const { id } = await createChannel(admin, {
    name: 'mail',
    kind: 'email',
    config: {
      host: 'mail.example.com',
      port: 465,
      security: 'tls',
      from: { address: 'highwater@example.com' },
      to: ['everybody@example.com'],
      cc: ['boss@example.com'],
    },
    saveUntested: true,
  })
  await expect(setMailChannel(own, { channel: id })).rejects.toMatchObject({ code: 'forbidden' })
  await setMailChannel(admin, { channel: id })
  await expectAudit(fresh.db, { action: 'installation.update', result: 'succeeded' })
  expect(await getPerson(fresh.db, actor, actor.id)).toMatchObject({ unreachable: null })
  await expect(deleteChannel(admin, { channel: id })).rejects.toMatchObject({ code: 'in_use' })

  await requestContactTest(own, { kind: 'email' })
  const [queued] = await fresh.db
    .sql`select config from channel_test order by created_at desc limit 1`
  expect(queued?.config).toMatchObject({ to: [email], cc: [] })
})
