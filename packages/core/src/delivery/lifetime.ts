import type { MessageKind } from '../notify/message.ts'
import { hours, type Instant, type Millis, minutes, plus } from '../time.ts'

/** C8: until when a message is worth sending. A repeat is stale when the next one is due. */
export function deadlineFor(kind: MessageKind, createdAt: Instant, frequency: Millis): Instant {
  switch (kind) {
    case 'firing':
    case 'resolved':
    case 'digest':
      return plus(createdAt, hours(24))
    case 'repeat':
      return plus(createdAt, frequency)
    case 'test':
      return plus(createdAt, minutes(2))
  }
}
