export {
  type AddressedMessage,
  type AlertMessage,
  type AlertMessageKind,
  type ChannelMessage,
  type CloseReason,
  closeReasons,
  type MessageKind,
  type MessageNote,
  type MessageProject,
  messageKinds,
  messageNotes,
  type TestMessage,
} from './message.ts'
export type { AlertNews, AlertSubject, PlannedNews } from './news.ts'
export { planNotifications } from './plan.ts'
export type { Intent, PlanBatch, Superseded, Suppression } from './plan-batch.ts'
export type { HeldBack, PlanContext, PlannedChannel, ToldState } from './plan-context.ts'
export { priorityOf } from './priority.ts'
export {
  type SuppressionDetail,
  type SuppressionReason,
  suppressionReasons,
  suppressionTexts,
} from './suppression.ts'
