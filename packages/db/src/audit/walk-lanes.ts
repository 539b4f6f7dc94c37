import { type AuditFault, auditFault } from '@highwater/core/audit'
import type { Sealer } from '../client/secrets.ts'
import type { LanePlace } from '../schema/index.ts'
import { type AuditRow, contentOf, laneStart } from './content.ts'

/** Where the walk along a lane has come to. */
interface Step {
  position: number
  eventSeal: string | null
  lastId: number | null
  isBroken: boolean
  /** The seal at the position that the newest checkpoint names. */
  sealAtCheckpoint: string | null
}

export interface Bounds {
  readonly startsAfter: number
  readonly prunedThrough: number
  readonly bases: readonly (LanePlace | null)[]
  /** How far each lane had come at the newest checkpoint. */
  readonly positions: readonly number[]
}

export interface Walk {
  readonly steps: readonly Step[]
  /** Entries that are older than the chain. */
  readonly older: () => number
  /** Answers what is wrong with the entry. After its first fault a lane is passed over. */
  readonly take: (row: AuditRow) => AuditFault | null
}

function firstStep(place: LanePlace | null | undefined, checkpoint: number): Step {
  const [position, eventSeal] = place ?? [0, null]
  const sealAtCheckpoint = position === checkpoint ? eventSeal : null
  return { position, eventSeal, lastId: null, isBroken: false, sealAtCheckpoint }
}

/** Walks all lanes at once, entry by entry in the order of their ids. */
export function walkLanes({ chain }: Sealer, bounds: Bounds): Walk {
  const { startsAfter, prunedThrough, bases, positions } = bounds
  const steps = positions.map((checkpoint, lane) => firstStep(bases[lane], checkpoint))
  let older = 0

  function judge(row: AuditRow, lane: number, step: Step): AuditFault | null {
    const { id, position, sealKey: key, seal: code } = row
    if (position === null || key === null || code === null) {
      return auditFault('unsealed', { eventId: id })
    }
    const missing = position - step.position - 1
    if (missing < 0) return auditFault('changed', { eventId: id })
    if (missing > 0) {
      return auditFault('removed', { eventId: id, afterId: step.lastId, count: missing })
    }
    const content = contentOf(row, step.eventSeal ?? laneStart(lane))
    const verdict = chain.judge(content, { key, code })
    if (verdict === 'unknown_key') return auditFault('unknown_key', { eventId: id, key })
    if (verdict === 'wrong') return auditFault('changed', { eventId: id })
    step.position = position
    step.eventSeal = code
    step.lastId = id
    if (position === positions[lane]) step.sealAtCheckpoint = code
    return null
  }

  return {
    steps,
    older: () => older,
    take(row) {
      const { id, lane } = row
      if (lane === null && id <= startsAfter) {
        older += 1
        return null
      }
      if (id <= prunedThrough) return auditFault('added', { eventId: id })
      if (lane === null) return auditFault('unsealed', { eventId: id })
      const step = steps[lane]
      if (step === undefined) return auditFault('changed', { eventId: id })
      if (step.isBroken) return null
      const fault = judge(row, lane, step)
      if (fault !== null) step.isBroken = true
      return fault
    },
  }
}
