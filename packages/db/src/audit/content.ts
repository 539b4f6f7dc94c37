import { canonicalJson } from '../client/canonical-json.ts'
import type { auditEvent } from '../schema/index.ts'

/** An entry as it stands in the database. */
export type AuditRow = typeof auditEvent.$inferSelect

/** An entry that has its place in the chain, before it is signed. */
export type PlacedRow = Omit<AuditRow, 'sealKey' | 'seal'>

/** What the first entry of a lane is chained to. */
export const laneStart = (lane: number): string => `lane ${lane}`

/**
 * What is signed of an entry: every column under its name, and the seal of the entry before it in
 * its lane. Without `previousSeal` entries could be taken out, without `id` moved.
 */
export function contentOf(row: PlacedRow, previousSeal: string): string {
  const { id, at, lane, position, actorType, actorId, actorName, actorRole, departmentId } = row
  const { target, targetId, targetName, operation, action, risk, result, reason } = row
  const { ip, userAgent, requestId, before, after, changes } = row
  return canonicalJson({
    previousSeal,
    ...{ id, at, lane, position, actorType, actorId, actorName, actorRole, departmentId },
    ...{ target, targetId, targetName, operation, action, risk, result, reason },
    ...{ ip, userAgent, requestId, before, after, changes },
  })
}

interface LaneEnd {
  readonly lane: number
  readonly position: number
  readonly eventSeal: string
}

/** What is signed of a lane: a superuser must not find an end of his own choosing for it. */
export const contentOfLane = ({ lane, position, eventSeal }: LaneEnd): string =>
  canonicalJson({ lane, position, eventSeal })
