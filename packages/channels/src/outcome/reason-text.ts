import type { MessageLocalized } from '@highwater/core'

/** What happened, and what to do next: on screens, and in the message that a channel is down. */
export interface ReasonText {
  readonly sentence: MessageLocalized
  readonly advice: MessageLocalized
}
