import type { ChannelInput } from '@highwater/channels/catalog'
import { channelName } from '@highwater/core/channel'
import { z } from 'zod'
import type { Transaction } from '../../client/connect.ts'
import { idInput } from '../../queries/inputs.ts'
import { auditOf } from '../audit-terms.ts'
import { expectKindAllowed } from '../channel-kind/expect-kind-allowed.ts'
import type { ChangeContext } from '../context.ts'
import { defineCommand } from '../define-command.ts'
import { findDepartment } from '../find-department.ts'
import { channelDepartment, settingsField } from './channel-input.ts'
import { mergeChannel, openSettings, parseSettings } from './channel-settings.ts'
import { describeChannel } from './describe-channel.ts'
import { loadChannel } from './load-channel.ts'
import { queueTest } from './queue-test.ts'

const requestChannelTestInput = z.strictObject({
  /** A channel that exists; what else is sent is laid over its settings for this test. */
  channel: idInput<'channel'>().optional(),
  name: channelName.optional(),
  kind: z.string().optional(),
  config: settingsField.optional(),
  secrets: settingsField.optional(),
  department: channelDepartment,
})

type TestInput = z.output<typeof requestChannelTestInput>

/** Whose settings are tested: a channel's, or those of a draft that nobody has saved yet. */
async function loadTested(tx: Transaction, input: TestInput, context: ChangeContext) {
  if (input.channel !== undefined) return loadChannel(tx, input.channel, context)
  const { actor } = context
  const reference = input.department ?? (actor.type === 'token' ? actor.department : null)
  const department = reference === null ? null : await findDepartment(tx, reference, actor)
  return { id: null, name: input.name ?? '', departmentId: department?.id ?? null }
}

/**
 * Asks for a test message through the path of real alerts: the worker sends it, with the settings
 * as they stand in the form, and the caller watches what becomes of it (C3).
 */
export const requestChannelTest = defineCommand({
  action: 'channel.test',
  input: requestChannelTestInput,
  load: loadTested,
  resource: (tested) => ({
    department: tested.departmentId,
    ...(tested.id === null ? {} : { subject: tested }),
  }),
  async change(tx, tested, input, context) {
    const settings: ChannelInput =
      tested.id === null
        ? parseSettings(input)
        : mergeChannel(openSettings(tested, context.sealer), input, context.actor)
    await expectKindAllowed(tx, settings.kind, tested.departmentId)
    const name = input.name ?? (tested.name === '' ? settings.kind : tested.name)
    const testId = await queueTest(tx, { channelId: tested.id, name, settings }, context)
    const standing = {
      ...tested,
      name,
      enabled: true,
      fallbackChannelId: null,
      aggregation: null,
      monthlyQuota: null,
    }
    return {
      result: { testId },
      audit: [
        auditOf(
          'channel.test',
          { id: tested.id ?? testId, name },
          { after: describeChannel(standing, settings) },
        ),
      ],
      topics: ['deliver', 'deliveries'],
    }
  },
})
