import {
  frequencyLimits,
  guardedLevels,
  type ProtectionLevelSettings,
  thresholdLimits,
} from '@highwater/core/policy'
import { projectKinds } from '@highwater/core/project'
import { sql } from 'drizzle-orm'
import { check, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from './columns.ts'

const fields = ['latencySeconds', 'interruptionSeconds'] as const

const common = (level: string, field: string) => `(settings->'${level}'->>'${field}')::int`
const ofKind = (level: string, kind: string, field: string) =>
  `coalesce((settings->'${level}'->'overrides'->'${kind}'->>'${field}')::int, ${common(level, field)})`

/** The ranges of P1 and the order of P2 as one SQL condition, drawn from core's table. */
function policyCondition(): string {
  const rules: string[] = []
  for (const [index, level] of guardedLevels.entries()) {
    const { min, max } = thresholdLimits[level]
    rules.push(
      `${common(level, 'frequencyMinutes')} between ${frequencyLimits.min / 60_000} and ${frequencyLimits.max / 60_000}`,
    )
    for (const field of fields) {
      const readings = [
        common,
        ...projectKinds.map((kind) => (at: string, name: string) => ofKind(at, kind, name)),
      ]
      for (const read of readings) {
        rules.push(`${read(level, field)} between ${min / 1_000} and ${max / 1_000}`)
        const stricter = guardedLevels[index - 1]
        if (stricter) rules.push(`${read(level, field)} >= ${read(stricter, field)}`)
      }
    }
  }
  return rules.map((rule) => `coalesce(${rule}, false)`).join(' and ')
}

/** How a version came about. */
export const policyOrigins = ['edit', 'restore', 'reset'] as const
export type PolicyOrigin = (typeof policyOrigins)[number]

/** Every version of the thresholds; the newest is in force. */
export const protectionPolicy = pgTable(
  'protection_policy',
  {
    version: integer().primaryKey(),
    settings: jsonb().$type<ProtectionLevelSettings>().notNull(),
    createdAt: instantColumn().notNull(),
    createdBy: idColumn<'user'>(),
    createdByName: text().notNull(),
    origin: text({ enum: policyOrigins }).notNull().default('edit'),
    /** The version whose settings were brought back. */
    restoredFrom: integer(),
  },
  () => [
    check(
      'protection_policy_names_what_it_restores',
      sql`(origin = 'restore') = (restored_from is not null)`,
    ),
    check('protection_policy_in_range', sql.raw(policyCondition())),
  ],
)
