import { sql } from 'drizzle-orm'
import { check, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from './columns.ts'

/** An associated OCP cluster: channels name it, and send with its address and credentials. */
export const ocpCluster = pgTable(
  'ocp_cluster',
  {
    id: idColumn<'ocp-cluster'>().primaryKey(),
    name: text().notNull(),
    config: jsonb().$type<Record<string, unknown>>().notNull(),
    sealedSecrets: text().notNull(),
    /** Which secrets are set: all that anybody outside the worker ever learns of them. */
    secretNames: text().array().notNull(),
    /** Of exactly these settings: a successful test vouches for nothing else. */
    fingerprint: text().notNull(),
    testedAt: instantColumn(),
    version: integer().notNull().default(1),
    createdAt: instantColumn().notNull(),
    deletedAt: instantColumn(),
  },
  (table) => [
    uniqueIndex('ocp_cluster_name').on(table.name).where(sql`deleted_at is null`),
    check('ocp_cluster_name_length', sql`char_length(name) between 3 and 32`),
  ],
)
