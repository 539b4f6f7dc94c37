export { type ClockMarks, isPersistentlyAhead, markClock } from './clock-marks.ts'
export { isSignalInput, isSignalTime } from './is-signal-input.ts'
export { type ProjectKind, projectKinds } from './kind.ts'
export {
  latencyAt,
  nothingObserved,
  type Observation,
  observe,
  usualIntervalAfter,
} from './observation.ts'
export {
  createProjectInput,
  externalKey,
  mostTags,
  mostTagsOfProject,
  projectName,
  tagName,
  updateProjectInput,
} from './schema.ts'
export {
  appliedUpToAtMost,
  behindBySeconds,
  clockTolerance,
  type Latency,
  type NormalizedSignal,
  normalizeSignal,
  type Signal,
  statedLatency,
} from './signal.ts'
export { type SignalInput, signalInput, signalLimits } from './signal-schema.ts'
export {
  isInterrupted,
  isRunning,
  type ProjectState,
  projectStateOf,
  projectStates,
  type StepState,
  stepStateOf,
  stepStates,
} from './state.ts'
export { isIncrementalStep } from './step.ts'
export { asWatched, isWatched, type WatchDecision, watchedAgainSince } from './watch.ts'
