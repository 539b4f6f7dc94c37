import type { SubscriptionId } from '../ids.ts'
import { nobody } from '../person/addressed.ts'
import { wholeScope } from '../subscription/schema.ts'
import type { LevelTargets, Subscription } from '../subscription/subscription.ts'
import { instant } from '../time.ts'
import type { PlanContext } from './plan-context.ts'

export const toAllChannels: LevelTargets = {
  allChannels: true,
  channels: [],
  groups: [],
  period: null,
}

/** The default subscription, changed as a test wants it. */
export const aSubscription = (changes: Partial<Subscription> = {}): Subscription => ({
  id: 'default' as SubscriptionId,
  name: 'Default',
  department: null,
  scope: wholeScope,
  levels: { high: toAllChannels, medium: toAllChannels, low: toAllChannels },
  locale: 'zh-CN',
  limit: null,
  recoveryNotices: true,
  mention: 'none',
  escalation: [],
  ...changes,
})

/** Noon in UTC on a Friday; nobody has heard anything, and nothing is silenced. */
export const aPlanContext = (changes: Partial<PlanContext> = {}): PlanContext => ({
  now: instant(Date.UTC(2026, 0, 2, 12)),
  channels: [],
  subscriptions: [aSubscription()],
  members: () => [],
  roles: nobody,
  told: () => 'nothing',
  heldBy: () => null,
  ...changes,
})
