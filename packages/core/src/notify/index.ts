export {
  type Aggregation,
  type AggregationDimension,
  type AggregationGroup,
  type AggregationTrait,
  type AlikeFacts,
  aggregationDimensions,
  aggregationSchema,
  aggregationWindow,
  isAggregationDimension,
  windowOf,
} from './aggregation.ts'
export { detoursAmong } from './detour.ts'
export {
  type DigestMember,
  type DigestMessage,
  type DigestReason,
  digestReasons,
  type UnwatchedTime,
} from './digest.ts'
export { forgottenBy, type Heard } from './forgotten.ts'
export { heldForOthers, type Limited, toldBut } from './limited.ts'
export { mentionOf } from './mention.ts'
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
  type MessageReader,
  messageKinds,
  messageNotes,
  type TestMessage,
  type Withheld,
} from './message.ts'
export type { MessageTemplate } from './message-template.ts'
export type { AlertNews, AlertSubject, PlannedNews } from './news.ts'
export { planNotifications } from './plan.ts'
export type {
  Collecting,
  Intent,
  PlanBatch,
  Reach,
  Superseded,
  Suppression,
} from './plan-batch.ts'
export {
  type HeldBack,
  type LeftBehind,
  type PlanContext,
  type PlannedChannel,
  type ToldState,
  toldStates,
} from './plan-context.ts'
export { priorityOf, urgentPriority } from './priority.ts'
export { channelsOfPeople } from './stages/address.ts'
export {
  type AlikeGroup,
  type AlikeWindow,
  alikeGroupOf,
  alikeKey,
  gatherAlike,
} from './stages/aggregate.ts'
export { type GapGathering, intoGapDigests } from './stages/gather-gap.ts'
export { intoLateDigests } from './stages/gather-late.ts'
export {
  type Flow,
  type FlowRules,
  flowKey,
  flowsConcerned,
  withinLimits,
} from './stages/limit.ts'
export {
  type SuppressionDetail,
  type SuppressionReason,
  suppressionReasons,
  suppressionTexts,
} from './suppression.ts'
