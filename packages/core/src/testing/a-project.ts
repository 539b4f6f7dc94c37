import { defaultCalming } from '../alert/calming.ts'
import type { ProjectFacts } from '../alert/facts.ts'
import type { OpenAlert } from '../alert/state.ts'
import type { AlertId } from '../ids.ts'
import { nothingObserved, type Observation } from '../project/observation.ts'
import { minutes, plus, seconds } from '../time.ts'
import { start } from './times.ts'

/** A synchronization in its incremental step that has caught up and reports every 10 s. */
export const anObservation = (changes: Partial<Observation> = {}): Observation => ({
  ...nothingObserved,
  state: 'running',
  incremental: true,
  latency: { type: 'gauge', behind: seconds(0) },
  latencyObservedAt: start,
  caughtUpAt: start,
  lastSignalAt: start,
  usualInterval: seconds(10),
  ...changes,
})

/** A healthy project at level high: 30 s for both thresholds, a repeat every 3 minutes. */
export const aProject = (changes: Partial<ProjectFacts> = {}): ProjectFacts => ({
  level: 'high',
  thresholds: { latency: seconds(30), interruption: seconds(30), frequency: minutes(3) },
  calming: defaultCalming,
  observation: anObservation(),
  expectedInterval: null,
  alertBeforeCatchUp: false,
  sourceDown: false,
  isWatched: true,
  listeningSince: null,
  open: [],
  ended: [],
  dismissed: [],
  ...changes,
})

/** A latency alert that has just fired. */
export const anOpenAlert = (changes: Partial<OpenAlert> = {}): OpenAlert => ({
  id: '00000000-0000-4000-8000-000000000001' as AlertId,
  condition: 'latency',
  state: 'firing',
  since: start,
  firedAt: start,
  level: 'high',
  threshold: seconds(30),
  firesAt: null,
  recoveringSince: null,
  resolvesAt: null,
  nextNotifyAt: plus(start, minutes(3)),
  repeats: 0,
  acknowledgedUntil: null,
  snoozedUntil: null,
  stale: false,
  peak: seconds(31),
  turnedAt: [],
  flappingSince: null,
  ...changes,
})
