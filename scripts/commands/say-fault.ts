import { assertNever } from '@highwater/core'
import type { AuditFault } from '@highwater/core/audit'

/** A fault of the audit for a terminal. */
export function sayFault({ kind, eventId, afterId, count, checkpoint, key }: AuditFault): string {
  switch (kind) {
    case 'changed':
      return `Entry ${eventId} is not what was written.`
    case 'unsealed':
      return `Entry ${eventId} has no seal: Highwater did not write it.`
    case 'unknown_key': {
      const what = eventId === null ? `Checkpoint ${checkpoint}` : `Entry ${eventId}`
      return `${what} was sealed with the key "${key}", which HIGHWATER_SECRET does not hold.`
    }
    case 'added':
      return `Entry ${eventId} stands where all entries were pruned.`
    case 'removed': {
      const after = afterId === null ? 'at the beginning' : `after entry ${afterId}`
      return `${count} entries are missing ${after}${eventId === null ? '' : `, before entry ${eventId}`}.`
    }
    case 'emptied':
      return 'Nothing is recorded, though there are accounts.'
    case 'lane':
      return 'What is kept of the newest entries does not fit them.'
    case 'checkpoint':
      return `Checkpoint ${checkpoint} does not fit the entries.`
    case 'checkpoint_removed':
      return `Checkpoint ${checkpoint} is missing.`
    default:
      return assertNever(kind)
  }
}
