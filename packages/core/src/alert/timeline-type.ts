/**
 * Everything that can stand in the timeline of an alert: the steps of its life, what people did with
 * it, and what silences and escalation did. Each has a sentence on the page of the alert.
 */
export const timelineTypes = [
  'pend',
  'drop',
  'fire',
  'reinstate',
  'repeat',
  'hold_repeat',
  'raise',
  'adjust',
  'flap',
  'steady',
  'stale',
  'fresh',
  'recover',
  'relapse',
  'forget',
  'close',
  'acknowledge',
  'unacknowledge',
  'assign',
  'unassign',
  'snooze',
  'unsnooze',
  'comment',
  'held_by_silence',
  'silence_ending',
  'silence_ended',
  'escalate',
  'found_after_gap',
] as const
export type TimelineType = (typeof timelineTypes)[number]
