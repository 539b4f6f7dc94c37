import type { PlannedNews } from './news.ts'
import type { PlanBatch } from './plan-batch.ts'
import type { PlanContext } from './plan-context.ts'
import { kindsAllowed } from './stages/kind-switch.ts'
import { inOrder } from './stages/order.ts'
import { pastQuota } from './stages/past-quota.ts'
import { inHours } from './stages/period.ts'
import { recoveriesWanted } from './stages/recovery.ts'
import { route } from './stages/route.ts'
import { unsilenced } from './stages/silence.ts'
import { switchedOn } from './stages/switch.ts'
import { throughOthers } from './stages/through-others.ts'

/** What happens after the routing, in this order; each stage keeps a message or says why not. */
const stages = [
  throughOthers,
  kindsAllowed,
  switchedOn,
  recoveriesWanted,
  unsilenced,
  inHours,
  inOrder,
  pastQuota,
] as const

/**
 * Who hears which news. Each piece of news gives, per channel that it concerns, a message or a
 * recorded suppression, and where it concerns nobody one suppression that says so (A10). Storms and
 * limits come after it, in `withinLimits`, which must know how much was sent lately.
 */
export const planNotifications = (news: readonly PlannedNews[], context: PlanContext): PlanBatch =>
  stages.reduce((batch, stage) => stage(batch, context), route(news, context))
