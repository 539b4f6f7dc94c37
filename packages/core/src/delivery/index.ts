export {
  afterAttempt,
  type DeliveryFacts,
  type DeliveryStep,
  retriedOutcomes,
} from './after-attempt.ts'
export { afterVerdict, type Breaker, type BreakerRules, closedBreaker } from './breaker.ts'
export {
  type Bucket,
  type Budget,
  block,
  emptyBucket,
  noteAnswers,
  opensAt,
  type RateRule,
  sendableUntil,
  sentThisMonth,
  type TokenAnswer,
  takeToken,
} from './bucket.ts'
export { type ChannelVerdict, channelVerdict } from './channel-verdict.ts'
export { type CaughtUp, latestNews, type WaitingNews } from './latest-news.ts'
export { deadlineFor } from './lifetime.ts'
export { monthlyQuota, monthOf, quotaTimeZone } from './month.ts'
export {
  type AttemptDetail,
  faultIsOfChannel,
  type OutcomeKind,
  outcomeKinds,
  type RejectionFault,
  rejectionFaults,
  type SendOutcome,
} from './outcome.ts'
export { type Fold, foldOverflow, type Waiting } from './overflow.ts'
export {
  againstReplay,
  type ReplayFacts,
  type ReplayRefusal,
  replayRefusals,
  replayRefusalTexts,
} from './replay.ts'
export { retryDelay, retryLadder } from './retry.ts'
export { type AttemptTrace, type TraceStep, type TraceStepName, traceSteps } from './trace.ts'
export { type UndeliveredReason, undeliveredReasons } from './undelivered.ts'
