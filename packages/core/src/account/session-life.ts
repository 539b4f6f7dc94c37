import { earliest, hours, type Instant, minutes, plus } from '../time.ts'

export interface SessionTimes {
  readonly createdAt: Instant
  readonly lastSeenAt: Instant
}

export interface SessionLimits {
  readonly sessionIdleMinutes: number
  readonly sessionAtMostHours: number
}

/** When a session is over: idle for too long, or at the end of its days however much it is used. */
export const sessionEnd = (
  { createdAt, lastSeenAt }: SessionTimes,
  { sessionIdleMinutes, sessionAtMostHours }: SessionLimits,
): Instant =>
  earliest(
    plus(lastSeenAt, minutes(sessionIdleMinutes)),
    plus(createdAt, hours(sessionAtMostHours)),
  ) ?? createdAt
