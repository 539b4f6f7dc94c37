import { tokenScopes } from '@highwater/core/permissions'
import { pgTable, text } from 'drizzle-orm/pg-core'
import { account } from './account.ts'
import { idColumn, instantColumn } from './columns.ts'
import { department } from './department.ts'

/** A key for programs. Only its SHA-256 is kept; `hint` is the first characters, to recognise it by. */
export const apiToken = pgTable('api_token', {
  id: idColumn<'token'>().primaryKey(),
  name: text().notNull(),
  scope: text({ enum: tokenScopes }).notNull(),
  departmentId: idColumn<'department'>().references(() => department.id),
  userId: idColumn<'user'>().references(() => account.id),
  hash: text().notNull().unique(),
  hint: text().notNull(),
  createdAt: instantColumn().notNull(),
  expiresAt: instantColumn(),
  revokedAt: instantColumn(),
  lastUsedAt: instantColumn(),
})
