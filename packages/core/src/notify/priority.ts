import type { ProtectionLevel } from '../policy/level.ts'
import type { MessageKind } from './message.ts'

/** The order in which messages leave when not all can: smaller goes first. */
export function priorityOf(kind: MessageKind, level: ProtectionLevel): number {
  switch (kind) {
    case 'test':
      return 0
    case 'firing':
      return level === 'high' ? 1 : 2
    case 'digest':
      return 2
    case 'resolved':
      return 3
    case 'repeat':
      return 4
  }
}
