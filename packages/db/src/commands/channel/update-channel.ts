import { carriesPersonalMail } from '@highwater/channels/catalog'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { channel } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { cancelUnsent } from '../cancel-unsent.ts'
import { expectKindAllowed } from '../channel-kind/expect-kind-allowed.ts'
import { expectCluster } from '../cluster/expect-cluster.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { namesOfSet } from '../merge-settings.ts'
import { isSame } from '../same.ts'
import { breakerAfter } from './breaker-after.ts'
import { channelFields, settingsField, unlessNameTaken } from './channel-input.ts'
import {
  budgetKeyOf,
  fingerprintOfSettings,
  mergeChannel,
  openSettings,
} from './channel-settings.ts'
import { describeChannel } from './describe-channel.ts'
import { expectFallback } from './expect-fallback.ts'
import { expectNoMail } from './expect-no-mail.ts'
import { expectTested } from './expect-tested.ts'
import { channelResource, loadChannel } from './load-channel.ts'
import { reopenRobot, restartFlow } from './restart-flow.ts'

const updateChannelInput = z
  .strictObject({
    ...channelFields,
    kind: z.string(),
    config: settingsField,
    secrets: settingsField,
  })
  .partial()
  .extend({ channel: idInput<'channel'>(), expectedVersion })

/**
 * Changes a channel. Secrets that are left out stay as they are, null unsets one. Changed settings
 * must have been tested, or be saved untested on purpose (C3); a new name needs no test.
 */
export const updateChannel = defineCommand({
  action: 'channel.write',
  input: updateChannelInput,
  load: (tx, input, context) => loadChannel(tx, input.channel, context),
  resource: channelResource,
  async change(tx, present, input, context) {
    const { now, sealer } = context
    const stored = openSettings(present, sealer)
    const before = describeChannel(present, stored)
    const { id, version } = present
    expectVersion('channel', version, input.expectedVersion, { id, version, ...before })
    const settings = mergeChannel(stored, input, context.actor)
    await expectCluster(tx, settings)
    const isOtherKind = settings.kind !== present.kind
    if (isOtherKind) {
      await expectKindAllowed(tx, settings.kind, present.departmentId)
      if (!carriesPersonalMail(settings.kind)) await expectNoMail(tx, present)
    }
    const fingerprint = fingerprintOfSettings(settings)
    const isChanged = fingerprint !== present.fingerprint
    const testedAt = isChanged
      ? await expectTested(tx, fingerprint, input.saveUntested ?? false, now)
      : present.testedAt
    const standing = {
      name: input.name ?? present.name,
      enabled: input.enabled ?? present.enabled,
      departmentId: present.departmentId,
      fallbackChannelId:
        input.fallbackChannel === undefined ? present.fallbackChannelId : input.fallbackChannel,
      aggregation: input.aggregation === undefined ? present.aggregation : input.aggregation,
      monthlyQuota: input.monthlyQuota === undefined ? present.monthlyQuota : input.monthlyQuota,
    }
    if (standing.fallbackChannelId !== present.fallbackChannelId) {
      await expectFallback(tx, standing.fallbackChannelId, id, context)
    }
    const after = describeChannel(standing, settings, stored.secrets)
    if (!isChanged && isSame(before, after)) return { result: { id, version }, unchanged: true }
    const row = {
      ...standing,
      ...(isChanged
        ? {
            kind: settings.kind,
            ...(isOtherKind ? { kindAllowed: true } : {}),
            config: settings.config,
            sealedSecrets: sealer.seal(settings.secrets),
            secretNames: namesOfSet(settings.secrets),
            budgetKey: budgetKeyOf(settings),
            fingerprint,
            testedAt,
            health: testedAt === null ? ('untried' as const) : ('working' as const),
            healthReason: null,
          }
        : {}),
      ...breakerAfter(
        present,
        {
          isSwitchedOff: present.enabled && !standing.enabled,
          settings: !isChanged ? 'same' : testedAt === null ? 'untested' : 'tested',
        },
        now,
      ),
      version: version + 1,
    }
    await unlessNameTaken(tx.update(channel).set(row).where(eq(channel.id, id)), row.name)
    if (present.enabled && !row.enabled) {
      await cancelUnsent(tx, { channel: id, reason: 'channel_disabled' }, now)
    }
    await restartFlow(tx, present, standing, now)
    const leavesRobot = isChanged && budgetKeyOf(settings) !== present.budgetKey
    if (leavesRobot && present.monthlyQuota !== null) await reopenRobot(tx, present)
    const audited = isChanged ? { ...after, tested: testedAt !== null } : after
    return {
      result: { id, version: row.version },
      audit: [auditOf('channel.write', { id, name: row.name }, { before, after: audited })],
      topics: ['channels', 'deliver', 'deliveries'],
    }
  },
})
