import type { AuditFault, AuditFaultKind } from '@highwater/core/audit'

/** A number as messages want it that say something else when there is none. */
const orNone = (value: number | null): string => (value === null ? 'none' : String(value))

interface FaultWords {
  readonly name: AuditFaultKind
  readonly values: {
    readonly id: string
    readonly after: string
    readonly count: number
    readonly checkpoint: string
    readonly key: string
  }
}

/** Which message tells of a fault, and what it is filled with. */
export const faultWords = ({
  kind,
  eventId,
  afterId,
  count,
  checkpoint,
  key,
}: AuditFault): FaultWords => ({
  name: kind,
  values: {
    id: orNone(eventId),
    after: orNone(afterId),
    count: count ?? 0,
    checkpoint: orNone(checkpoint),
    key: key ?? '',
  },
})
