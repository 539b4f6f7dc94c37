const incrementalNames = new Set([
  'incremental',
  'incremental_sync',
  'incremental_synchronization',
  'reverse_incremental',
  'incr_sync',
  'incr_transfer',
  'reverse_incr_sync',
  'reverse_incr_transfer',
  'connector_incr_sync',
])

/**
 * Whether a step is one whose latency matters: incremental or reverse incremental. Case, blanks
 * and hyphens are forgiven, and OMS's own step names are known.
 */
export const isIncrementalStep = (name: string): boolean =>
  incrementalNames.has(
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  )
