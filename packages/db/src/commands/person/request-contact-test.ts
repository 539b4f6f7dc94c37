import { type ChannelInput, ownRobotKinds } from '@highwater/channels/catalog'
import { AppError, type ChannelId } from '@highwater/core'
import { z } from 'zod'
import type { Transaction } from '../../client/connect.ts'
import { idInput } from '../../queries/inputs.ts'
import { mailboxKind } from '../../queue/outbox/open-mailboxes.ts'
import { loadPerson, personResource } from '../account/load-person.ts'
import { auditOf } from '../audit-terms.ts'
import { openSettings, parseSettings } from '../channel/channel-settings.ts'
import { queueTest } from '../channel/queue-test.ts'
import { expectKindAllowed } from '../channel-kind/expect-kind-allowed.ts'
import type { ChangeContext } from '../context.ts'
import { defineCommand } from '../define-command.ts'
import { personOf } from '../person-of.ts'
import { findMailSettings } from './mail-settings.ts'
import { channelNameOf, loadOwnChannels, type Person } from './own-channels.ts'

const refuse = (message: string) =>
  new AppError('invalid_input', message, { faults: [{ path: 'kind', message }] })

interface Contact {
  /** Null where the person has never been told of anything by it. */
  readonly channelId: ChannelId | null
  readonly settings: ChannelInput
}

async function mailSettings(
  tx: Transaction,
  { email }: Person,
  { sealer }: ChangeContext,
): Promise<ChannelInput> {
  const settings = await findMailSettings(tx, email, sealer)
  if (settings !== null) return settings
  throw refuse('No channel carries mail to people yet. An administrator names one under People.')
}

/** The contact by which this person is told, as it is saved. @throws AppError `invalid_input` */
async function contactOf(
  tx: Transaction,
  person: Person,
  kind: string,
  context: ChangeContext,
): Promise<Contact> {
  const own = (await loadOwnChannels(tx, person.id)).find((candidate) => candidate.kind === kind)
  const channelId = own?.id ?? null
  if (kind === mailboxKind) return { channelId, settings: await mailSettings(tx, person, context) }
  if (own === undefined) throw refuse('There is no such robot yet. Save it before you try it.')
  return { channelId, settings: parseSettings(openSettings(own, context.sealer)) }
}

/** Sends a test message to a person's own contact, by the way that alerts go. */
export const requestContactTest = defineCommand({
  action: 'person.update',
  input: z.strictObject({
    person: idInput<'user'>().optional(),
    kind: z.enum([mailboxKind, ...ownRobotKinds]),
  }),
  load: (tx, input, { actor }) => loadPerson(tx, input.person ?? personOf(actor)),
  resource: personResource,
  hides: 'account',
  async change(tx, person, { kind }, context) {
    const { channelId, settings } = await contactOf(tx, person, kind, context)
    await expectKindAllowed(tx, kind, null)
    const name = channelNameOf(person)
    const testId = await queueTest(tx, { channelId, name, settings }, context)
    const subject = { id: person.id, name: person.email }
    return {
      result: { testId },
      audit: [
        auditOf('person.update', subject, { after: { tested: kind } }, { operation: 'others' }),
      ],
      topics: ['deliver', 'deliveries'],
    }
  },
})
