/** Why a condition is not alerting right now, or why a repeat was not sent: shown on the screen. */
export const holdReasons = [
  'within_threshold',
  'level_none',
  'nothing_known_yet',
  'catching_up',
  'not_incremental',
  'resume_grace',
  'not_watched',
  'project_paused',
  'project_finished',
  'project_released',
  'project_interrupted',
  'signal_stale',
  'source_down',
  'not_listening',
  'acknowledged',
  'snoozed',
  'flapping',
] as const
export type HoldReason = (typeof holdReasons)[number]
