import { secondFactorScopes } from '@highwater/core/account'
import { admittedWithoutRule, type ClaimRule, type ProviderSettings } from '@highwater/core/sign-in'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { account, session } from './account.ts'
import { idColumn, instantColumn } from './columns.ts'

/** A provider that an admin has named; the environment's own has no row. */
export const signInProvider = pgTable(
  'sign_in_provider',
  {
    id: idColumn<'sign-in-provider'>().primaryKey(),
    name: text().notNull(),
    settings: jsonb().$type<Omit<ProviderSettings, 'name'>>().notNull(),
    sealedSecret: text().notNull(),
    version: integer().notNull().default(1),
    createdAt: instantColumn().notNull(),
    deletedAt: instantColumn(),
  },
  (table) => [uniqueIndex('sign_in_provider_name').on(table.name).where(sql`deleted_at is null`)],
)

/** What holds for signing in: one row. */
export const signInPolicy = pgTable(
  'sign_in_policy',
  {
    id: smallint().primaryKey(),
    rules: jsonb().$type<readonly ClaimRule[]>().notNull(),
    /** Who comes in though no rule says anything of them. */
    withoutRule: text({ enum: admittedWithoutRule }).notNull().default('environment'),
    /** The environment names its provider; what that provider may do is decided in the console. */
    environmentLinksByEmail: boolean().notNull().default(false),
    environmentVouchesForEmail: boolean().notNull().default(false),
    /** Off: passwords are for the accounts only that may always use theirs. */
    localSignIn: boolean().notNull().default(true),
    secondFactorFor: text({ enum: secondFactorScopes }).notNull().default('nobody'),
    version: integer().notNull().default(1),
  },
  () => [check('sign_in_policy_is_one', sql`id = 1`)],
)

/** Whom a provider knows a person as. The issuer keeps another tenant's subject from being taken for it. */
export const identity = pgTable(
  'identity',
  {
    provider: text().notNull(),
    issuer: text().notNull(),
    subject: text().notNull(),
    userId: idColumn<'user'>()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    /** False: no rule speaks of them, so their rights are those that administrators give. */
    rightsByRule: boolean().notNull().default(true),
    createdAt: instantColumn().notNull(),
    lastSignInAt: instantColumn().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.issuer, table.subject] }),
    index('identity_user').on(table.userId),
  ],
)

/** What a provider gave with a session: by it the session is checked again and ended there too. */
export const sessionGrant = pgTable(
  'session_grant',
  {
    sessionId: idColumn<'session'>()
      .primaryKey()
      .references(() => session.id, { onDelete: 'cascade' }),
    provider: text().notNull(),
    subject: text().notNull(),
    /** The refresh token, if there is one, and the identity token that a logout has to show. */
    sealedTokens: text().notNull(),
    canRefresh: boolean().notNull(),
    /** When the provider is asked again; without a refresh token the session ends then. */
    checkAt: instantColumn().notNull(),
    checkedAt: instantColumn().notNull(),
  },
  (table) => [index('session_grant_provider').on(table.provider)],
)
