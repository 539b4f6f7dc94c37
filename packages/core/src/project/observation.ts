import { between, type Instant, type Millis, millis } from '../time.ts'
import { type ClockMarks, markClock } from './clock-marks.ts'
import { contradictionAfter } from './contradiction.ts'
import type { Latency, Signal } from './signal.ts'
import { isInterrupted, isRunning, type ProjectState } from './state.ts'

/** Everything that the signals so far say of a project: the row that each new signal folds into. */
export interface Observation {
  readonly state: ProjectState
  /** The current step is incremental or reverse incremental: only there latency can alert. */
  readonly incremental: boolean
  readonly step: string | null
  readonly latency: Latency | null
  readonly latencyObservedAt: Instant | null
  /** Receipt of a gauge, where signals without one have come since; null where none have. */
  readonly latencyHeardAt: Instant | null
  /** Between the last two gauges, where signals without one came between them. */
  readonly latencyGap: Millis | null
  readonly caughtUpAt: Instant | null
  readonly interruptedSince: Instant | null
  readonly pausedSince: Instant | null
  readonly resumedAt: Instant | null
  /** Receipt of the newest signal that moved the state. */
  readonly lastSignalAt: Instant | null
  /** A running mean of the time between observations; null until two have come. */
  readonly usualInterval: Millis | null
  readonly message: string | null
  /** Since when, and when last, its position moved although it was said to be stopped (A4). */
  readonly advancingSince: Instant | null
  readonly advancedAt: Instant | null
  /** How far ahead of ours its clock was when last it was, while any of the last five were (S3). */
  readonly clockAhead: Millis | null
  readonly clockMarks: ClockMarks
}

export const nothingObserved: Observation = {
  state: 'unknown',
  incremental: false,
  step: null,
  latency: null,
  latencyObservedAt: null,
  latencyHeardAt: null,
  latencyGap: null,
  caughtUpAt: null,
  interruptedSince: null,
  pausedSince: null,
  resumedAt: null,
  lastSignalAt: null,
  usualInterval: null,
  message: null,
  advancingSince: null,
  advancedAt: null,
  clockAhead: null,
  clockMarks: 0,
}

/** Seconds behind at `now`, never negative: a source's clock ahead of ours is no negative latency. */
export function latencyAt(latency: Latency, now: Instant): Millis {
  const behind = latency.type === 'gauge' ? latency.behind : between(latency.appliedUpTo, now)
  return millis(Math.max(0, behind))
}

/**
 * When a gauge was received, and how far apart gauges come. Both are null of a project whose signals all
 * bring one: it is then as old as the newest signal, and nothing more has to be written.
 */
function latencyAgeAfter(
  before: Observation,
  { latency, observedAt }: Signal,
): Pick<Observation, 'latencyHeardAt' | 'latencyGap'> {
  const { latencyHeardAt, latencyObservedAt, latencyGap } = before
  const isGauge = (latency ?? before.latency)?.type === 'gauge'
  if (!isGauge || latencyObservedAt === null) return { latencyHeardAt: null, latencyGap: null }
  if (latency === null) {
    return { latencyHeardAt: latencyHeardAt ?? before.lastSignalAt, latencyGap }
  }
  const gap = latencyHeardAt === null ? null : between(latencyObservedAt, observedAt)
  return { latencyHeardAt: null, latencyGap: gap !== null && gap > 0 ? gap : null }
}

/** A released project is over for good; a finished one runs again only if its source says so. */
function staysOver(before: ProjectState, said: ProjectState | null): boolean {
  if (before === 'released') return true
  return before === 'finished' && (said === null || !(isRunning(said) || said === 'released'))
}

function nextState(before: Observation, signal: Signal): ProjectState {
  if (staysOver(before.state, signal.state)) return before.state
  if (signal.state !== null) return signal.state
  // A bare latency or position means a running incremental step.
  if (signal.latency !== null && !isRunning(before.state)) return 'running'
  return before.state
}

/**
 * The running mean of the time between observations. A pause or an outage must not teach that hours of
 * silence are usual, so one gap counts for at most three intervals; a project that really slows down is
 * still learnt within a few signals.
 */
export function usualIntervalAfter(
  usual: Millis | null,
  previous: Instant | null,
  observedAt: Instant,
): Millis | null {
  if (previous === null || observedAt <= previous) return usual
  const gap = between(previous, observedAt)
  if (usual === null) return gap
  const counted = Math.min(gap, 3 * usual)
  return millis(Math.round(usual * 0.8 + counted * 0.2))
}

/**
 * Folds one accepted signal, newer than `newestObservedAt`, into what is known of a project.
 * @param catchUpLatency the latency up to which the project counts as caught up (A1)
 */
export function observe(
  before: Observation,
  signal: Signal,
  newestObservedAt: Instant | null,
  catchUpLatency: Millis,
): Observation {
  const behind = signal.latency === null ? null : latencyAt(signal.latency, signal.receivedAt)
  const caughtUp = signal.state === 'monitoring' || (behind !== null && behind <= catchUpLatency)
  const state = nextState(before, signal)
  const clockMarks = markClock(before.clockMarks, signal.ahead !== null)
  const { advancingSince, advancedAt } = contradictionAfter(before, signal)
  const resumed = before.pausedSince !== null && isRunning(state)
  // A source that does not know ends nothing: a failure that it lost sight of is still as old as it is.
  const since = (holds: boolean, known: Instant | null): Instant | null =>
    holds ? (known ?? signal.observedAt) : state === 'unknown' ? known : null
  return {
    state,
    incremental: signal.step?.incremental ?? (state === 'monitoring' || before.incremental),
    step: signal.step?.name ?? before.step,
    latency: signal.latency ?? before.latency,
    latencyObservedAt: signal.latency === null ? before.latencyObservedAt : signal.observedAt,
    ...latencyAgeAfter(before, signal),
    caughtUpAt: before.caughtUpAt ?? (caughtUp ? signal.observedAt : null),
    interruptedSince: since(isInterrupted(state), before.interruptedSince),
    pausedSince: since(state === 'paused', before.pausedSince),
    resumedAt: resumed ? signal.observedAt : before.resumedAt,
    lastSignalAt: signal.receivedAt,
    usualInterval: usualIntervalAfter(before.usualInterval, newestObservedAt, signal.observedAt),
    message: signal.message ?? (state === before.state ? before.message : null),
    advancingSince,
    advancedAt,
    clockAhead: clockMarks === 0 ? null : (signal.ahead ?? before.clockAhead),
    clockMarks,
  }
}
