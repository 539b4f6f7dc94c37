import { messageLocales, type SubscriptionId } from '@highwater/core'
import { outcomeKinds, type UndeliveredReason } from '@highwater/core/delivery'
import {
  type ChannelMessage,
  messageKinds,
  type SuppressionDetail,
  type SuppressionReason,
} from '@highwater/core/notify'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { alert } from './alert.ts'
import { channel, channelTest } from './channel.ts'
import { idColumn, instantColumn } from './columns.ts'
import { digest } from './digest.ts'

/**
 * `pending` waits for its first attempt, `retrying` for a further one, `sending` is leased to a
 * worker. The rest is final; `suppressed` was never meant to leave, and says why.
 */
export const notificationStates = [
  'pending',
  'sending',
  'retrying',
  'delivered',
  'partial',
  'failed',
  'superseded',
  'cancelled',
  'suppressed',
] as const

/** What becomes of a message that is not to be sent any more. */
export interface Withdrawal {
  readonly state: 'superseded' | 'cancelled' | 'suppressed'
  readonly reason: UndeliveredReason | SuppressionReason
  /** Left out where the reason speaks of nothing in particular. */
  readonly detail?: SuppressionDetail
}

/**
 * The outbox: one message that one alert owes to one channel. The row is queue and history at once.
 * Its pages are filled by half, which the schema cannot say: the other half is for what is claimed.
 */
export const notification = pgTable(
  'notification',
  {
    id: idColumn<'notification'>().primaryKey(),
    sequence: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    alertId: idColumn<'alert'>().references(() => alert.id),
    /** Null where nobody was to be told at all; the reason says why. */
    channelId: idColumn<'channel'>().references(() => channel.id),
    testId: idColumn<'channel-test'>().references(() => channelTest.id),
    kind: text({ enum: messageKinds }).notNull(),
    state: text({ enum: notificationStates }).notNull(),
    /**
     * The state for indexes: `usual` until it ends otherwise than delivered. No index names what changes
     * from the writing to the delivery, so that each step is written beside the row's old version, for
     * which its page has room, and touches no index.
     */
    ending: text()
      .notNull()
      .generatedAlwaysAs(
        sql`case when state in ('pending', 'sending', 'retrying', 'delivered') then 'usual' else state end`,
      ),
    reason: text(),
    /** Which silence, subscription or period the reason speaks of. */
    reasonDetail: jsonb().$type<SuppressionDetail>(),
    /** The subscriptions that wanted it, as they were called then. */
    subscriptions:
      jsonb().$type<readonly { readonly id: SubscriptionId; readonly name: string }[]>(),
    /** When to look again whether a held message still has to be told. */
    wakeAt: instantColumn(),
    /** The digest that names its alert; of a digest's own message, that digest. */
    digestId: idColumn<'digest'>().references(() => digest.id),
    /** As text: it is read as a whole, and to write a jsonb out takes three times as long. */
    message: json().$type<ChannelMessage>(),
    locale: text({ enum: messageLocales }).notNull(),
    priority: smallint().notNull(),
    nextAttemptAt: instantColumn(),
    deadline: instantColumn(),
    attempts: integer().notNull().default(0),
    /** The claim that holds it while it is being sent. */
    leaseToken: uuid(),
    /** What it becomes in place of `retrying`: it was taken back while it was being sent. */
    withdrawn: jsonb().$type<Withdrawal>(),
    mayBeDuplicate: boolean().notNull().default(false),
    /** Its content was refused once: it is sent shorter and plainer from then on. */
    degraded: boolean().notNull().default(false),
    /** When somebody last had it sent again after it had been given up, and who. */
    replayedAt: instantColumn(),
    replayedByName: text(),
    createdAt: instantColumn().notNull(),
    settledAt: instantColumn(),
    /** Unique: the same news for the same channel is written once, whoever writes it. */
    dedupeKey: text().notNull().unique(),
  },
  (table) => [
    index('notification_of_alert').on(table.alertId, table.channelId, table.sequence),
    index('notification_by_created').on(table.createdAt, table.id),
    index('notification_by_ending').on(table.ending, table.createdAt, table.id),
    // Of the kinds that stand far apart; the others are every second row.
    index('notification_by_kind')
      .on(table.kind, table.createdAt, table.id)
      .where(sql`kind in ('repeat', 'digest', 'test')`),
    index('notification_of_channel').on(table.channelId, table.createdAt, table.id),
    // A digest's own message is asked for by each alert that it names.
    index('notification_digest_itself').on(table.digestId).where(sql`kind = 'digest'`),
    // Nearly no message is named by a digest: whether one is, this says without looking at it.
    index('notification_in_digest')
      .on(table.alertId, table.channelId)
      .where(sql`digest_id is not null`),
    index('notification_of_digest').on(table.digestId).where(sql`digest_id is not null`),
    index('notification_wakes').on(table.wakeAt).where(sql`wake_at is not null`),
    index('notification_of_test').on(table.testId).where(sql`test_id is not null`),
  ],
)

/**
 * What waits: a narrow row for each notification that is `pending` or `retrying`, in the order in which
 * its channel is sent to. Triggers of `notification` keep it, but for what a claim takes, which takes
 * its rows out itself, all at once.
 */
export const notificationWaiting = pgTable(
  'notification_waiting',
  {
    /** The notification's. It has no foreign key: only triggers write it, and checking is work. */
    id: idColumn<'notification'>().primaryKey(),
    sequence: bigint({ mode: 'number' }).notNull(),
    alertId: idColumn<'alert'>(),
    channelId: idColumn<'channel'>(),
    testId: idColumn<'channel-test'>(),
    priority: smallint().notNull(),
    nextAttemptAt: instantColumn().notNull(),
  },
  (table) => [
    // With the sequence no two keys are alike: of equal ones that share an entry none is skipped before
    // all have been taken, and what falls due together would be stepped over again by each claim.
    index('notification_waiting_of_channel').on(
      table.channelId,
      table.priority,
      table.nextAttemptAt,
      table.sequence,
    ),
    index('notification_waiting_of_test').on(table.testId).where(sql`test_id is not null`),
  ],
)

/**
 * What one worker has taken at once, and until when: the lease of all of them. A claim whose messages
 * are settled means nothing any more and goes when its time is over.
 */
export const deliveryClaim = pgTable(
  'delivery_claim',
  {
    /** The lease token of its notifications. */
    id: uuid().primaryKey(),
    worker: text().notNull(),
    leaseUntil: instantColumn().notNull(),
    notificationIds: uuid().array().notNull(),
  },
  (table) => [index('delivery_claim_by_end').on(table.leaseUntil)],
)

/**
 * One try at sending; append-only. A try whose worker died is recorded as `unknown` by the reaper. No
 * foreign key: it is written beside its notification, which nothing deletes, and looking for that
 * again takes a seventh of the time of a receipt.
 */
export const deliveryAttempt = pgTable(
  'delivery_attempt',
  {
    notificationId: idColumn<'notification'>().notNull(),
    number: integer().notNull(),
    worker: text().notNull(),
    startedAt: instantColumn().notNull(),
    durationMs: integer(),
    outcome: text({ enum: outcomeKinds }).notNull(),
    reason: text().notNull(),
    httpStatus: integer(),
    providerCode: text(),
    providerMessage: text(),
    refused: text().array().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.notificationId, table.number] })],
)
