import { isChannelKind } from '@highwater/channels/catalog'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { idInput } from '../../queries/inputs.ts'
import { mailboxKind, openMailboxes } from '../../queue/outbox/open-mailboxes.ts'
import { account, channel } from '../../schema/index.ts'
import { loadPerson, personResource } from '../account/load-person.ts'
import { auditOf } from '../audit-terms.ts'
import { cancelUnsent } from '../cancel-unsent.ts'
import { breakerAfter } from '../channel/breaker-after.ts'
import type { ChangeContext } from '../context.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { personOf } from '../person-of.ts'
import { isSame } from '../same.ts'
import { sqlOf } from '../sql-of.ts'
import { removeRobot, saveRobot } from './change-robot.ts'
import { describeContacts, loadOwnChannels, type OwnChannel, type Person } from './own-channels.ts'
import { contactsInput } from './person-input.ts'

async function switchMail(
  tx: Transaction,
  { id: person }: Person,
  on: boolean,
  { now }: ChangeContext,
): Promise<void> {
  await openMailboxes(sqlOf(tx), [person], now)
  const mailbox = (await loadOwnChannels(tx, person)).find(({ kind }) => kind === mailboxKind)
  if (mailbox === undefined || mailbox.enabled === on) return
  const breaker = breakerAfter(mailbox, { isSwitchedOff: true, settings: 'same' }, now)
  await tx
    .update(channel)
    .set({ enabled: on, ...breaker })
    .where(eq(channel.id, mailbox.id))
  if (!on) await cancelUnsent(tx, { channel: mailbox.id, reason: 'channel_disabled' }, now)
}

async function changeRobots(
  tx: Transaction,
  person: Person,
  present: readonly OwnChannel[],
  robots: NonNullable<ReturnType<typeof contactsInput.parse>['robots']>,
  context: ChangeContext,
): Promise<void> {
  for (const [kind, wanted] of Object.entries(robots)) {
    if (!isChannelKind(kind) || wanted === undefined) continue
    const known = present.find((candidate) => candidate.kind === kind)
    if (wanted !== null) await saveRobot(tx, person, kind, known, wanted, context)
    else if (known !== undefined) await removeRobot(tx, known, context)
  }
}

/** Changes how a person can be told of alerts: one's own contacts, or anybody's for an admin (C18). */
export const updateContacts = defineCommand({
  action: 'person.update',
  input: contactsInput.extend({ person: idInput<'user'>().optional(), expectedVersion }),
  async load(tx, input, { actor }) {
    const person = await loadPerson(tx, input.person ?? personOf(actor))
    return { person, channels: await loadOwnChannels(tx, person.id) }
  },
  resource: ({ person }) => personResource(person),
  hides: 'account',
  async change(tx, { person, channels }, input, context) {
    const { id, version, email } = person
    const before = describeContacts(person, channels, context)
    expectVersion('account', version, input.expectedVersion, { id, version, ...before })
    const columns = {
      mobile: input.mobile === undefined ? person.mobile : input.mobile,
      dingtalkUserId:
        input.dingtalkUserId === undefined ? person.dingtalkUserId : input.dingtalkUserId,
      feishuOpenId: input.feishuOpenId === undefined ? person.feishuOpenId : input.feishuOpenId,
      wecomUserId: input.wecomUserId === undefined ? person.wecomUserId : input.wecomUserId,
    }
    await changeRobots(tx, person, channels, input.robots ?? {}, context)
    if (input.mail !== undefined && input.mail !== before.mail) {
      await switchMail(tx, person, input.mail, context)
    }
    const channelsNow = await loadOwnChannels(tx, id)
    const after = describeContacts({ ...person, ...columns }, channelsNow, context, channels)
    if (isSame(before, after)) return { result: { id, version }, unchanged: true }
    await tx
      .update(account)
      .set({ ...columns, version: version + 1 })
      .where(eq(account.id, id))
    return {
      result: { id, version: version + 1 },
      audit: [auditOf('person.update', { id, name: email }, { before, after })],
      topics: ['people', 'channels', 'deliveries'],
    }
  },
})
