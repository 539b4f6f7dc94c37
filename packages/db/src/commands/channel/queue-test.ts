import type { ChannelInput } from '@highwater/channels/catalog'
import { type ChannelId, type ChannelTestId, millis } from '@highwater/core'
import { deadlineFor } from '@highwater/core/delivery'
import type { TestMessage } from '@highwater/core/notify'
import type { Transaction } from '../../client/connect.ts'
import { newId } from '../../client/new-id.ts'
import { channelTest, installation, notification } from '../../schema/index.ts'
import type { ChangeContext } from '../context.ts'
import { personOf } from '../person-of.ts'
import { budgetKeyOf, fingerprintOfSettings } from './channel-settings.ts'

interface TestedSettings {
  readonly channelId: ChannelId | null
  readonly name: string
  readonly settings: ChannelInput
}

/** Before every alert: somebody is watching. */
const testPriority = 0

/** Puts a sealed draft and the message that tries it into the outbox. */
export async function queueTest(
  tx: Transaction,
  { channelId, name, settings }: TestedSettings,
  { actor, actorName, consoleUrl, now, sealer }: ChangeContext,
): Promise<ChannelTestId> {
  const [language] = await tx.select({ locale: installation.messageLocale }).from(installation)
  const id = newId<'channel-test'>()
  await tx.insert(channelTest).values({
    id,
    channelId,
    channelName: name,
    kind: settings.kind,
    config: settings.config,
    sealedSecrets: sealer.seal(settings.secrets),
    fingerprint: fingerprintOfSettings(settings),
    budgetKey: budgetKeyOf(settings),
    requestedBy: personOf(actor),
    requestedByName: actorName,
    createdAt: now,
  })
  const message: TestMessage = {
    kind: 'test',
    shortId: `T${id.slice(-6).toUpperCase()}`,
    channelName: name,
    requestedBy: actorName,
    sentFor: now,
    consoleUrl,
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
