export { assertNever } from './assert-never.ts'
export { type ClockVerdict, judgeClock } from './clock-offset.ts'
export { AppError, type ErrorCode, errorCodes, type InputFault } from './errors.ts'
export { expectStorable } from './expect-storable.ts'
export type {
  AlertGroupId,
  AlertId,
  AuditEventId,
  ChannelId,
  ChannelTestId,
  DepartmentId,
  DigestId,
  HostId,
  Id,
  MessageTemplateId,
  NotificationId,
  OcpClusterId,
  ProjectId,
  SessionId,
  SignInProviderId,
  SilenceId,
  SourceId,
  SubscriptionId,
  TokenId,
  UserId,
  WorkerId,
} from './ids.ts'
export { isId } from './ids.ts'
export {
  type Locale,
  type Localized,
  locales,
  type MessageLocale,
  type MessageLocalized,
  messageLocales,
} from './locale.ts'
export { isMailAddress, notAMailAddress } from './mail-address.ts'
export { faultsOf, formatPath, parseInput } from './parse-input.ts'
export { isPlainName, plainNameOf, unseenInName } from './plain-name.ts'
export { tellingAlso } from './telling-also.ts'
export {
  between,
  earliest,
  hours,
  type Instant,
  instant,
  isStorableTime,
  latest,
  type Millis,
  millis,
  minus,
  minutes,
  plus,
  seconds,
  toIso,
  toSeconds,
} from './time.ts'
export { readableTime, zonedIso } from './written-time.ts'
export {
  instantOfWallTime,
  isTimeZone,
  parseWallTime,
  startOfDay,
  type WallTime,
  type Weekday,
  wallTime,
  wallTimeAt,
  weekdays,
} from './zoned-time.ts'
