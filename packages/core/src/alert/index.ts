export { applyToAlert, openingOf } from './apply.ts'
export { takenBackWithin } from './begin.ts'
export { type CalmFacts, calmUntil } from './calm-until.ts'
export { type Calming, calmingOf, defaultCalming, holdTime, noSignalTime } from './calming.ts'
export { dismissedAtMost } from './dismissal.ts'
export { mayComeBack, rememberEnded } from './ended.ts'
export { type Evaluation, evaluate } from './evaluate.ts'
export {
  type AlertEvent,
  type AlertEventFacts,
  type AlertScope,
  alertEventFacts,
  alertEvents,
  alertScopes,
  type Condition,
  conditions,
  type EventSubject,
  eventOf,
  type Severity,
  scopeOf,
} from './event.ts'
export { alertEventTitles } from './event-title.ts'
export { intervalOf, type ProjectFacts } from './facts.ts'
export { figureToTell, measuresDistance } from './figure-to-tell.ts'
export type { Finding, Measure } from './finding.ts'
export { type HoldReason, holdReasons } from './hold-reason.ts'
export { neverOpens } from './never-opens.ts'
export {
  type HostFigure,
  type HostFigureName,
  hostFigureNames,
  type Particulars,
} from './particulars.ts'
export { type PlannedLook, putOff } from './put-off.ts'
export { type Recovery, recoveryEndBy } from './recovery-end.ts'
export { type SendingStatus, sendingStatuses } from './sending-status.ts'
export { staleFrom } from './stale-from.ts'
export {
  type AlertState,
  alertStates,
  type OpenAlert,
  type OpenAlertState,
  type RecentlyEnded,
} from './state.ts'
export { systemLevelOf } from './system-level.ts'
export { type TimelineType, timelineTypes } from './timeline-type.ts'
export type { Transition, TransitionType } from './transition.ts'
