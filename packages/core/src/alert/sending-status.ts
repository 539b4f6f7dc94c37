/** What became of telling people about an alert (A15); `completed`: told, and quiet since. */
export const sendingStatuses = [
  'pending',
  'successful',
  'failed',
  'sent_again',
  'completed',
  'suppressed',
] as const
export type SendingStatus = (typeof sendingStatuses)[number]
