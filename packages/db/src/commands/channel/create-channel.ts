import { channelFaults } from '@highwater/channels/catalog'
import { tellingAlso } from '@highwater/core'
import { z } from 'zod'
import { newId } from '../../client/new-id.ts'
import { channel } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { expectKindAllowed } from '../channel-kind/expect-kind-allowed.ts'
import { expectCluster } from '../cluster/expect-cluster.ts'
import { defineCommand } from '../define-command.ts'
import { findDepartment } from '../find-department.ts'
import { namesOfSet } from '../merge-settings.ts'
import {
  channelDepartment,
  channelFields,
  settingsField,
  unlessNameTaken,
} from './channel-input.ts'
import { budgetKeyOf, fingerprintOfSettings, parseSettings } from './channel-settings.ts'
import { describeChannel } from './describe-channel.ts'
import { expectFallback } from './expect-fallback.ts'
import { expectTested } from './expect-tested.ts'

const createChannelInput = tellingAlso(
  z.strictObject({
    ...channelFields,
    kind: z.string('Name the kind of the channel.'),
    config: settingsField.default({}),
    secrets: settingsField.default({}),
    department: channelDepartment,
  }),
  channelFaults,
)

/** Makes a channel. Its settings must have been tested, or be saved untested on purpose (C3). */
export const createChannel = defineCommand({
  action: 'channel.write',
  input: createChannelInput,
  async load(tx, input, { actor }) {
    // A department's own token makes channels of its department alone.
    const home = actor.type === 'token' ? actor.department : null
    const reference = input.department ?? home
    return reference === null ? null : findDepartment(tx, reference, actor)
  },
  resource: (department) => ({ department: department?.id ?? null }),
  async change(tx, department, input, context) {
    const { now, sealer } = context
    const settings = parseSettings(input)
    await expectKindAllowed(tx, settings.kind, department?.id ?? null)
    const id = newId<'channel'>()
    const fallbackChannelId = input.fallbackChannel ?? null
    await expectFallback(tx, fallbackChannelId, id, context)
    await expectCluster(tx, settings)
    const fingerprint = fingerprintOfSettings(settings)
    const testedAt = await expectTested(tx, fingerprint, input.saveUntested ?? false, now)
    const row = {
      id,
      name: input.name,
      kind: settings.kind,
      config: settings.config,
      sealedSecrets: sealer.seal(settings.secrets),
      secretNames: namesOfSet(settings.secrets),
      enabled: input.enabled ?? true,
      departmentId: department?.id ?? null,
      fallbackChannelId,
      aggregation: input.aggregation ?? null,
      monthlyQuota: input.monthlyQuota ?? null,
      budgetKey: budgetKeyOf(settings),
      fingerprint,
      testedAt,
      health: testedAt === null ? ('untried' as const) : ('working' as const),
      createdAt: now,
    }
    await unlessNameTaken(tx.insert(channel).values(row), row.name)
    const after = { ...describeChannel(row, settings), tested: testedAt !== null }
    return {
      result: { id, version: 1 },
      audit: [auditOf('channel.write', row, { after }, { operation: 'creation' })],
      topics: ['channels'],
    }
  },
})
