/** What a check of the audit's chain may find. */
export const auditFaultKinds = [
  /** The entry, or its seal, is not what was written. */
  'changed',
  /** The entry was not written by this product: it has no seal. */
  'unsealed',
  /** The key that sealed the entry is not in HIGHWATER_SECRET any more. */
  'unknown_key',
  /** The entry stands where everything has been pruned. */
  'added',
  /** Entries are missing after `afterId` and before the entry, or at the end. */
  'removed',
  /** Nothing is recorded at all, though there are accounts. */
  'emptied',
  /** What is kept of a lane's last entry does not fit. */
  'lane',
  /** A checkpoint does not fit. */
  'checkpoint',
  /** A checkpoint is missing. */
  'checkpoint_removed',
] as const
export type AuditFaultKind = (typeof auditFaultKinds)[number]

export interface AuditFault {
  readonly kind: AuditFaultKind
  /** The first bad entry; null if it is missing and nothing follows it, or if no entry is at fault. */
  readonly eventId: number | null
  /** Of missing entries: the last good one before them in their lane. */
  readonly afterId: number | null
  /** How many are missing. */
  readonly count: number | null
  /** The checkpoint's number. */
  readonly checkpoint: number | null
  /** The id of the key that is wanted. */
  readonly key: string | null
}

export const auditFault = (
  kind: AuditFaultKind,
  details: Partial<Omit<AuditFault, 'kind'>> = {},
): AuditFault => ({
  kind,
  eventId: null,
  afterId: null,
  count: null,
  checkpoint: null,
  key: null,
  ...details,
})

/** Where the reader meets it; entries missing at the end are met after all others. */
function metAt({ eventId, kind }: AuditFault): number {
  if (eventId !== null) return eventId
  return kind === 'removed' ? Number.MAX_SAFE_INTEGER : Number.POSITIVE_INFINITY
}

/** The fault that a reader from the oldest entry to the newest meets first; what concerns no entry comes last. */
export const firstFault = (faults: readonly AuditFault[]): AuditFault | null =>
  faults.reduce<AuditFault | null>(
    (found, fault) => (found === null || metAt(fault) < metAt(found) ? fault : found),
    null,
  )
