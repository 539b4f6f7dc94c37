export type { DailyPeriod } from './daily-period.ts'
export { describeRecurrenceRule } from './describe-recurrence.ts'
export {
  type Held,
  heldBy,
  holdReasonOf,
  type SilenceInForce,
  type SilenceKind,
  silenceKinds,
  silencesOver,
} from './held-by.ts'
export { heldThroughout, type RememberedSilence } from './held-throughout.ts'
export { type Recurrence, recurrenceFault } from './recurrence.ts'
export { parseRecurrenceRule, type RecurrenceRule } from './recurrence-rule.ts'
export { nextSpans, type SilenceSchedule, spanOf } from './schedule.ts'
export {
  dailyPeriodField,
  recurrenceFields,
  silenceName,
  silenceRemark,
  silenceScopeFields,
  timeZoneField,
} from './schema.ts'
export {
  covers,
  coversProject,
  type SilencedProject,
  type SilenceScope,
  type SilenceSubject,
} from './scope.ts'
export { contains, longSilence, type Span, spanOver } from './span.ts'
