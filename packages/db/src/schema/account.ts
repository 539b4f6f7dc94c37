import { signInSteps } from '@highwater/core/account'
import { departmentRoles, globalRoles } from '@highwater/core/permissions'
import { bigint, boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from './columns.ts'
import { department } from './department.ts'

/** A person who may sign in. */
export const account = pgTable('account', {
  id: idColumn<'user'>().primaryKey(),
  email: text().notNull().unique(),
  displayName: text().notNull(),
  role: text({ enum: globalRoles }).notNull(),
  passwordHash: text(),
  /** Null where it dates from before this was noted: such a password does not expire by age. */
  passwordChangedAt: instantColumn(),
  /** It was given to the person by somebody else. */
  passwordMustChange: boolean().notNull().default(false),
  /** May sign in with the password though that is switched off for everybody else. */
  isBreakGlass: boolean().notNull().default(false),
  /** By what chats call them. */
  mobile: text(),
  dingtalkUserId: text(),
  feishuOpenId: text(),
  wecomUserId: text(),
  /** What administrators note about them. */
  description: text().notNull().default(''),
  failedSignIns: integer().notNull().default(0),
  lockedUntil: instantColumn(),
  disabledAt: instantColumn(),
  /** Deleted accounts are disabled too and keep their row, for what they did names them. */
  deletedAt: instantColumn(),
  createdAt: instantColumn().notNull(),
  version: integer().notNull().default(1),
})

export const membership = pgTable(
  'membership',
  {
    userId: idColumn<'user'>()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    departmentId: idColumn<'department'>()
      .notNull()
      .references(() => department.id, { onDelete: 'cascade' }),
    role: text({ enum: departmentRoles }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.departmentId] })],
)

/** A signed-in browser. The cookie only names this row, so revoking it ends the session. */
export const session = pgTable(
  'session',
  {
    id: idColumn<'session'>().primaryKey(),
    userId: idColumn<'user'>()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    createdAt: instantColumn().notNull(),
    expiresAt: instantColumn().notNull(),
    lastSeenAt: instantColumn().notNull(),
    revokedAt: instantColumn(),
    ip: text(),
    userAgent: text(),
    /** What is missing before it lets anybody in; null for a session that does. */
    step: text({ enum: signInSteps }),
  },
  (table) => [index('session_user').on(table.userId)],
)

/** The device that shows a person's codes (RFC 6238). It counts once a code of it has been given. */
export const secondFactor = pgTable('second_factor', {
  userId: idColumn<'user'>()
    .primaryKey()
    .references(() => account.id, { onDelete: 'cascade' }),
  sealedSecret: text().notNull(),
  createdAt: instantColumn().notNull(),
  confirmedAt: instantColumn(),
  /** The period of the last code that was accepted: none is accepted twice. */
  lastPeriod: bigint({ mode: 'number' }),
})

/** What lets a person in once without their device. Only the SHA-256 of the code is kept. */
export const recoveryCode = pgTable(
  'recovery_code',
  {
    userId: idColumn<'user'>()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    hash: text().notNull(),
    usedAt: instantColumn(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.hash] })],
)

/** A link by which a person chooses a new password once. Only the SHA-256 of its token is kept. */
export const passwordReset = pgTable(
  'password_reset',
  {
    hash: text().primaryKey(),
    userId: idColumn<'user'>()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    createdAt: instantColumn().notNull(),
    expiresAt: instantColumn().notNull(),
    usedAt: instantColumn(),
  },
  (table) => [index('password_reset_user').on(table.userId, table.createdAt)],
)

/**
 * How often signing in has failed from an address, whatever accounts were tried; and, under its hash,
 * for an account that there is not.
 */
export const signInAddress = pgTable('sign_in_address', {
  address: text().primaryKey(),
  failures: integer().notNull(),
  lastFailedAt: instantColumn().notNull(),
  lockedUntil: instantColumn(),
})
