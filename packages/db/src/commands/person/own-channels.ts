import { maskConfig, secretNames } from '@highwater/channels/catalog'
import type { UserId } from '@highwater/core'
import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { mailboxKind } from '../../queue/outbox/open-mailboxes.ts'
import { channel } from '../../schema/index.ts'
import type { loadPerson } from '../account/load-person.ts'
import type { ChangeContext } from '../context.ts'
import { describeSecrets } from '../describe-secrets.ts'

export type Person = Awaited<ReturnType<typeof loadPerson>>
export type OwnChannel = Awaited<ReturnType<typeof loadOwnChannels>>[number]

/** A person's own channels, locked: whoever is writing notifications for them is waited for. */
export const loadOwnChannels = (tx: Transaction, person: UserId) =>
  tx
    .select()
    .from(channel)
    .where(and(eq(channel.personId, person), isNull(channel.deletedAt)))
    .orderBy(channel.id)
    .for('update')

/** As channels are called; a name may be longer. */
export const channelNameOf = ({ displayName }: Pick<Person, 'displayName'>): string =>
  [...displayName].slice(0, 50).join('')

/** A person's contacts as the audit and a conflict show them, secrets masked. */
export function describeContacts(
  person: Person,
  channels: readonly OwnChannel[],
  { sealer }: Pick<ChangeContext, 'sealer'>,
  before: readonly OwnChannel[] = [],
) {
  const { mobile, dingtalkUserId, feishuOpenId, wecomUserId } = person
  const robots = channels.filter(({ kind }) => kind !== mailboxKind)
  return {
    mobile,
    dingtalkUserId,
    feishuOpenId,
    wecomUserId,
    // Without a mailbox of its own an account has the one that everybody begins with: it is on.
    mail: channels.find(({ kind }) => kind === mailboxKind)?.enabled ?? true,
    robots: Object.fromEntries(
      robots.map(({ kind, config, enabled, sealedSecrets }) => {
        const earlier = before.find((candidate) => candidate.kind === kind)
        const secrets = describeSecrets(
          secretNames(kind),
          sealer.open(sealedSecrets),
          earlier ? sealer.open(earlier.sealedSecrets) : null,
        )
        return [kind, { enabled, config: maskConfig(config), secrets }]
      }),
    ),
  }
}
