import { messageKinds } from '@highwater/core/notify'
import type { Actor } from '@highwater/core/permissions'
import { and, eq, gte, isNull, lte, sql } from 'drizzle-orm'
import { z } from 'zod'
import { notification, notificationStates } from '../../schema/index.ts'
import { idInput, instantInput } from '../inputs.ts'
import { notificationVisibleTo } from '../visible.ts'
import { inState } from './state.ts'

/** What narrows the ledger, for whoever reads it and for whoever replays what it shows. */
export const notificationFilterFields = {
  channel: idInput<'channel'>().optional(),
  /** A test is no dead letter: of what failed, tests are found by their kind alone. */
  state: z
    .enum(notificationStates)
    .optional()
    .describe('`failed` finds tests only together with `kind=test`.'),
  kind: z.enum(messageKinds).optional(),
  alert: idInput<'alert'>().optional(),
  /** Of the writing, both inclusive. */
  from: instantInput.optional(),
  to: instantInput.optional(),
}

export const notificationFilter = z.strictObject(notificationFilterFields)
export type NotificationFilter = z.output<typeof notificationFilter>

/** Which notifications a viewer sees through a filter, on rows joined with alert, channel and test. */
export const notificationCondition = (viewer: Actor, filter: NotificationFilter) =>
  and(
    notificationVisibleTo(viewer),
    filter.channel && eq(notification.channelId, filter.channel),
    filter.state && inState(filter.state),
    filter.state === 'failed' && filter.kind === undefined
      ? isNull(notification.testId)
      : undefined,
    // Written out, so that the small index of the rarer kinds answers.
    filter.kind && sql`${notification.kind} = ${sql.raw(`'${filter.kind}'`)}`,
    filter.alert && eq(notification.alertId, filter.alert),
    filter.from === undefined ? undefined : gte(notification.createdAt, filter.from),
    filter.to === undefined ? undefined : lte(notification.createdAt, filter.to),
  )
