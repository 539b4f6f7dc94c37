export {
  type AddressedMessage,
  type AlertMessage,
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
export {
  type AlertNews,
  type Intent,
  type Plan,
  type PlanContext,
  type PlannedChannel,
  planNotifications,
  type Suppression,
  type ToldState,
} from './plan.ts'
export { priorityOf } from './priority.ts'
export { type SuppressionReason, suppressionReasons, suppressionTexts } from './suppression.ts'
