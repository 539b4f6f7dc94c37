export { type Calming, defaultCalming, holdTime, noSignalTime } from './calming.ts'
export { type Evaluation, evaluate } from './evaluate.ts'
export {
  type AlertEvent,
  type AlertEventFacts,
  type AlertScope,
  alertEventFacts,
  alertEvents,
  type Condition,
  conditions,
  eventOf,
  type Severity,
} from './event.ts'
export { intervalOf, type ProjectFacts } from './facts.ts'
export type { Finding, Measure } from './finding.ts'
export { type HoldReason, holdReasons } from './hold-reason.ts'
export {
  type AlertState,
  alertStates,
  type OpenAlert,
  type OpenAlertState,
  type RecentlyRecovered,
} from './state.ts'
export type { Transition, TransitionType } from './transition.ts'
