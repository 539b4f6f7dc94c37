import { AppError } from '@highwater/core'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { probeUnderWay } from '../../queries/channel/probe-under-way.ts'
import { idInput } from '../../queries/inputs.ts'
import { channel } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { sqlOf } from '../sql-of.ts'
import { channelResource, loadChannel } from './load-channel.ts'

/**
 * Has a channel that is cut off probed now instead of at the next rung: with the most urgent message
 * that waits for it.
 * @throws AppError `conflict` when it is not cut off, a probe is under way, or nothing waits
 */
export const probeChannel = defineCommand({
  action: 'channel.test',
  input: z.strictObject({ channel: idInput<'channel'>() }),
  load: (tx, input, context) => loadChannel(tx, input.channel, context),
  resource: channelResource,
  async change(tx, present, _input, { now }) {
    const { id, name, breakerOpenedAt } = present
    if (breakerOpenedAt === null) {
      throw new AppError('conflict', `"${name}" is not cut off: its messages are being sent.`)
    }
    const isThis = eq(channel.id, id)
    const [probe] = await tx.select({ isUnderWay: probeUnderWay }).from(channel).where(isThis)
    if (probe?.isUnderWay) {
      throw new AppError('conflict', `"${name}" is being probed this very moment.`)
    }
    const waiting = await sqlOf(tx)`
      update notification set next_attempt_at = least(next_attempt_at, ${now})
      where id in (select id from notification_waiting where channel_id = ${id})
        and state in ('pending', 'retrying')
      returning id`
    if (waiting.length === 0) {
      const message = `No message waits for "${name}". Test the connection instead.`
      throw new AppError('conflict', message)
    }
    await tx.update(channel).set({ probeAt: now }).where(isThis)
    return {
      result: { waiting: waiting.length },
      audit: [auditOf('channel.test', present, { after: { probe: waiting.length } })],
      topics: ['channels', 'deliver'],
    }
  },
})
