import type { Instant } from '@highwater/core'
import type { CollectedSignal } from './collector.ts'

/**
 * What is known of a project whose source was read but no longer has it, such as a dropped slot.
 * Missing data is never recovery: it is reported as interrupted until a person says otherwise.
 */
export const vanishedSignal = (observedAt: Instant): CollectedSignal => ({
  observedAt,
  latency: null,
  state: 'interrupted',
  step: null,
  message:
    'The source no longer has this replication. If it was removed on purpose, delete the project.',
})
