export { countPerDay, type Day, daysUntil } from './count-per-day.ts'
export {
  type CountedCondition,
  countedConditions,
  type HistorySpan,
  type ReplayedAlert,
  type Stretch,
} from './history.ts'
export { type MissedEpisode, missedEpisodes } from './missed.ts'
export { quietLimit, type ReplayStart, replay } from './replay.ts'
export { type HourByMinute, spansOf } from './stretches.ts'
