import { type ChannelInput, clusterKind } from '@highwater/channels/catalog'
import { type ChannelId, type ChannelTestId, millis } from '@highwater/core'
import { deadlineFor } from '@highwater/core/delivery'
import type { TestMessage } from '@highwater/core/notify'
import type { Transaction } from '../../client/connect.ts'
import { newId } from '../../client/new-id.ts'
import { channelTest, installation, notification } from '../../schema/index.ts'
import { fingerprintOfCluster, type ParsedCluster } from '../cluster/cluster-settings.ts'
import { expectCluster } from '../cluster/expect-cluster.ts'
import type { ChangeContext } from '../context.ts'
import { personOf } from '../person-of.ts'
import { budgetKeyOf, fingerprintOfSettings } from './channel-settings.ts'

interface TestedSettings {
  readonly channelId: ChannelId | null
  readonly name: string
  readonly settings: ChannelInput
}

type Tested = Pick<
  typeof channelTest.$inferInsert,
  'channelId' | 'channelName' | 'kind' | 'config' | 'sealedSecrets' | 'fingerprint' | 'budgetKey'
> &
  Partial<Pick<typeof channelTest.$inferInsert, 'cluster'>>

/** Before every alert: somebody is watching. */
const testPriority = 0

/** Puts what is tested and the message that tries it into the outbox. */
async function queue(
  tx: Transaction,
  tested: Tested,
  only: Pick<TestMessage, 'asksOnly' | 'passwordReset'>,
  {
    actor,
    actorName,
    consoleUrl,
    now,
  }: Pick<ChangeContext, 'actor' | 'actorName' | 'consoleUrl' | 'now'>,
): Promise<ChannelTestId> {
  const [language] = await tx.select({ locale: installation.messageLocale }).from(installation)
  const id = newId<'channel-test'>()
  await tx.insert(channelTest).values({
    ...tested,
    id,
    requestedBy: personOf(actor),
    requestedByName: actorName,
    createdAt: now,
  })
  const message: TestMessage = {
    kind: 'test',
    shortId: `T${id.slice(-6).toUpperCase()}`,
    channelName: tested.channelName,
    requestedBy: actorName,
    sentFor: now,
    consoleUrl,
    ...only,
  }
  await tx.insert(notification).values({
    id: newId<'notification'>(),
    testId: id,
    kind: 'test',
    state: 'pending',
    message,
    locale: language?.locale ?? 'zh-CN',
    priority: testPriority,
    nextAttemptAt: now,
    deadline: deadlineFor('test', now, millis(0)),
    createdAt: now,
    dedupeKey: `test ${id}`,
  })
  return id
}

/** Tries a channel with a sealed draft of its settings. */
export async function queueTest(
  tx: Transaction,
  { channelId, name, settings }: TestedSettings,
  context: ChangeContext,
): Promise<ChannelTestId> {
  await expectCluster(tx, settings)
  const tested = {
    channelId,
    channelName: name,
    kind: settings.kind,
    config: settings.config,
    sealedSecrets: context.sealer.seal(settings.secrets),
    fingerprint: fingerprintOfSettings(settings),
    budgetKey: budgetKeyOf(settings),
  }
  return queue(tx, tested, {}, context)
}

interface ResetMail {
  readonly settings: ChannelInput
  /** Whose it is. */
  readonly name: string
  readonly reset: NonNullable<TestMessage['passwordReset']>
}

/** Queues the mail with which somebody chooses a new password. Like a test it goes out at once or never. */
export async function queueResetMail(
  tx: Transaction,
  { settings, name, reset }: ResetMail,
  { sealer, ...context }: Pick<ChangeContext, 'sealer' | 'consoleUrl' | 'now'>,
): Promise<void> {
  const tested = {
    channelId: null,
    channelName: name,
    kind: settings.kind,
    config: settings.config,
    sealedSecrets: sealer.seal(settings.secrets),
    fingerprint: fingerprintOfSettings(settings),
    budgetKey: budgetKeyOf(settings),
  }
  const sender = {
    actor: { type: 'system', job: 'password reset' },
    actorName: 'Highwater',
  } as const
  await queue(tx, tested, { passwordReset: reset }, { ...context, ...sender })
}

/** Tries a cluster: through a channel that nobody has saved, which only asks. */
export async function queueClusterTest(
  tx: Transaction,
  cluster: { readonly id: string | null; readonly name: string; readonly settings: ParsedCluster },
  context: ChangeContext,
): Promise<ChannelTestId> {
  const { config, secrets } = cluster.settings
  const settings = {
    kind: clusterKind,
    config: { cluster: cluster.id ?? newId<'ocp-cluster'>() },
    secrets: {},
  }
  const tested = {
    channelId: null,
    channelName: cluster.name,
    kind: clusterKind,
    config: settings.config,
    sealedSecrets: context.sealer.seal(settings.secrets),
    fingerprint: fingerprintOfCluster(cluster.settings),
    budgetKey: budgetKeyOf(settings),
    cluster: { config, sealedSecrets: context.sealer.seal(secrets) },
  }
  return queue(tx, tested, { asksOnly: true }, context)
}
