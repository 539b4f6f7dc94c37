import { departmentRoles, globalRoles } from '@highwater/core/permissions'
import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from './columns.ts'
import { department } from './department.ts'

/** A person who may sign in. */
export const account = pgTable('account', {
  id: idColumn<'user'>().primaryKey(),
  email: text().notNull().unique(),
  displayName: text().notNull(),
  role: text({ enum: globalRoles }).notNull(),
  passwordHash: text(),
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
  },
  (table) => [index('session_user').on(table.userId)],
)
