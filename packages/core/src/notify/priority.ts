import type { ProtectionLevel } from '../policy/level.ts'
import type { MessageKind } from './message.ts'

/** First messages of high alerts, and what has waited so long that it may wait no longer. */
export const urgentPriority = 1

/** The order in which messages leave when not all can: smaller goes first. */
export function priorityOf(kind: MessageKind, level: ProtectionLevel): number {
  switch (kind) {
    case 'test':
      return 0
    case 'firing':
      return level === 'high' ? urgentPriority : 2
    case 'digest':
      return level === 'high' ? urgentPriority : 2
    case 'resolved':
      return 3
    case 'repeat':
      return 4
  }
}
