import type { Instant } from '@highwater/core'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { isSame } from '../same.ts'
import type { SubscriptionSettings } from './load-subscription.ts'

type Escalating = Pick<SubscriptionSettings, 'enabled' | 'escalation' | 'scope' | 'levels'>

const stepsOf = (settings: Escalating | null) =>
  settings?.enabled && settings.escalation.length > 0
    ? { escalation: settings.escalation, scope: settings.scope, levels: settings.levels }
    : null

/**
 * Where a change of a subscription may move the escalation of alerts that fire already, has a worker
 * look at them. Null: there was none before, or there is none any more.
 */
export async function lookAtEscalation(
  tx: Transaction,
  before: Escalating | null,
  after: Escalating | null,
  now: Instant,
): Promise<void> {
  if (isSame(stepsOf(before), stepsOf(after))) return
  // In the order in which everybody locks alerts.
  await tx.execute(sql`
    with firing as materialized (
      select id from alert where closed_at is null and state = 'firing' order by id
      for no key update
    )
    update alert set escalates_at = ${now} from firing where alert.id = firing.id`)
}
