/**
 * Why a message that was owed to a channel never arrived, where that was our decision and not the
 * receiver's: something newer took its place, what it was for is gone, or it was given up.
 */
export const undeliveredReasons = [
  'superseded',
  'channel_deleted',
  'channel_disabled',
  'channel_kind_off',
  'project_deleted',
  'source_deleted',
  'host_removed',
  'protection_removed',
  'deadline_passed',
  'unknown',
] as const
export type UndeliveredReason = (typeof undeliveredReasons)[number]
