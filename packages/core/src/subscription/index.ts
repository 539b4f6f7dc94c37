export { covers } from './covers.ts'
export { nextHours } from './hours.ts'
export {
  alertGroupFields,
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
export { channelsOf, targetLevelOf } from './targets.ts'
