export { covers } from './covers.ts'
export {
  type Escalation,
  type EscalationStanding,
  type EscalationStep,
  escalatingFor,
  escalationAt,
  escalationTimes,
  stepsAt,
  stepsUpTo,
} from './escalation.ts'
export { nextHours } from './hours.ts'
export {
  alertGroupFields,
  escalationField,
  mostSteps,
  receiveLimitField,
  subscriptionFields,
  subscriptionLevelsField,
  subscriptionScopeField,
  wholeScope,
} from './schema.ts'
export {
  type LevelTargets,
  limitPeriods,
  type Named,
  type ReceiveLimit,
  type Subscription,
  type SubscriptionScope,
} from './subscription.ts'
export { channelsOf, namesEmptyGroupsOnly, type TargetChannel, targetLevelOf } from './targets.ts'
