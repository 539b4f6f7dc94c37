import { bigint, jsonb, pgTable, smallint, text } from 'drizzle-orm/pg-core'
import { instantColumn } from './columns.ts'

/** The last entry of each lane of the audit's chain. */
export const auditLane = pgTable('audit_lane', {
  lane: smallint().primaryKey(),
  /** How many entries the lane has had. */
  position: bigint({ mode: 'number' }).notNull(),
  /** The seal of the last of them. */
  eventSeal: text(),
  sealKey: text(),
  /** Signs this row. */
  seal: text(),
})

/** A lane's place, and the seal of the entry there. */
export type LanePlace = readonly [position: number, eventSeal: string]

/** What ties the lanes together every few seconds; a chain of its own. */
export const auditCheckpoint = pgTable('audit_checkpoint', {
  number: bigint({ mode: 'number' }).primaryKey(),
  at: instantColumn().notNull(),
  /** Entries up to this id are older than the chain. */
  startsAfter: bigint({ mode: 'number' }).notNull(),
  /** Entries up to this id are past keeping. */
  prunedThrough: bigint({ mode: 'number' }).notNull(),
  /** Checkpoints up to this number are past keeping. */
  droppedThrough: bigint({ mode: 'number' }).notNull(),
  /** How far each lane had come. */
  positions: jsonb().$type<readonly number[]>().notNull(),
  /** Of the seals of the entries there. */
  digest: text().notNull(),
  /** Where each lane begins since entries were pruned; null in checkpoints that pruned nothing. */
  bases: jsonb().$type<readonly (LanePlace | null)[]>(),
  sealKey: text(),
  /** Signs this row together with the seal of the checkpoint before it. */
  seal: text(),
})
