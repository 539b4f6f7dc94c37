import { type Instant, minutes, seconds, type WorkerId } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import type { Database } from '../../client/connect.ts'
import { type Claimed, claimNotifications } from '../deliver/claim.ts'
import { reapExpiredLeases } from '../deliver/reap.ts'
import { settleNotifications } from '../deliver/settle.ts'
import { perMinute } from './memory-outbox.fixture.ts'
import type { Fate } from './script.fixture.ts'

/** A message that left, and whether somebody may have read it. */
export interface SentMessage {
  readonly at: Instant
  readonly arrived: boolean
  readonly claimed: Claimed
}

const worker = 'worker' as WorkerId
const lease = seconds(60)
const detail = { reason: 'x', httpStatus: null, providerCode: null, providerMessage: null }
const outcomeOf = (fate: Exclude<Fate, 'crash'>): SendOutcome =>
  fate === 'rejected' ? { kind: fate, fault: 'content', detail } : { kind: fate, detail }

/** Takes back what dead workers held, and sends what is due: one fate after another befalls it. */
export async function sendAll(
  db: Database,
  fates: readonly Fate[],
  at: Instant,
): Promise<SentMessage[]> {
  const consoleUrl = 'https://highwater.example'
  await reapExpiredLeases(db, { jitter: () => 0.5, lease, host: 'host', consoleUrl })
  const { claimed } = await claimNotifications(db, {
    worker,
    limit: 100,
    perChannel: 50,
    busyChannels: [],
    consoleUrl: 'https://highwater.example',
    lease,
    rulesOf: () => [{ count: perMinute, per: minutes(1) }],
  })
  const sent: SentMessage[] = []
  for (const [index, one] of claimed.entries()) {
    const fate = fates[index % fates.length] ?? 'delivered'
    sent.push({ at, arrived: fate !== 'transient' && fate !== 'rejected', claimed: one })
    if (fate === 'crash') continue
    const attempt = { claimed: one, worker, durationMs: 1, jitter: 0.5 }
    await settleNotifications(db, [{ ...attempt, outcome: outcomeOf(fate) }])
  }
  return sent
}
