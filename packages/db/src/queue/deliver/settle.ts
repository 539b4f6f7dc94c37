import type { Instant } from '@highwater/core'
import { afterAttempt } from '@highwater/core/delivery'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { publishFrom, type Topic } from '../../client/topics.ts'
import { alertsToldBy, refreshSendingStatus } from '../outbox/write-notifications.ts'
import { blockRobot, noteArrivals } from './buckets.ts'
import { isNotedAtOnce, noteChannelHealth } from './channel-health.ts'
import { holdEndsOfNoNews, tellEndsAsFirstNews } from './first-news.ts'
import { goByIndexes } from './go-by-indexes.ts'
import { type Attempt, type Moved, recordAttempts, type Stepped } from './record-attempts.ts'
import { tellsRepeats } from './tells-repeats.ts'
import { whyGone } from './why-gone.ts'

function stepAfter(attempt: Attempt, now: Instant): Stepped {
  const { claimed, outcome, jitter } = attempt
  const { kind, attempt: number, deadline, mayBeDuplicate, degraded } = claimed
  const repeatsSafely = tellsRepeats(claimed.channelKind)
  const facts = { kind, attempt: number, deadline, mayBeDuplicate, degraded, repeatsSafely }
  return { ...attempt, step: afterAttempt(facts, outcome, now, jitter) }
}

const failedAmong = (attempts: readonly Stepped[]): string[] =>
  attempts.flatMap(({ claimed, step }) => (step.to === 'failed' ? [claimed.id] : []))

/** Ends that were to follow what never arrived are the first news, or none where that was held back. */
async function settleEndsBehind(
  tx: TransactionSql,
  attempts: readonly Stepped[],
  { withdrawn }: Moved,
): Promise<void> {
  const idsOf = (isReplaced: boolean): string[] =>
    withdrawn.flatMap(({ id, state }) => ((state === 'superseded') === isReplaced ? [id] : []))
  await tellEndsAsFirstNews(tx, [...failedAmong(attempts), ...idsOf(true)])
  await holdEndsOfNoNews(tx, idsOf(false))
}

/** The alerts that these tell of; only a digest's have to be asked for. */
async function alertsOf(
  tx: TransactionSql,
  { alerts, digests }: Moved,
): Promise<readonly string[]> {
  const named = digests.length === 0 ? [] : await alertsToldBy(tx, digests)
  return [...new Set([...alerts, ...named])]
}

async function blockRobots(tx: TransactionSql, attempts: readonly Stepped[]): Promise<void> {
  const asked = attempts.flatMap(({ claimed, step }) =>
    step.blockChannelUntil === null
      ? []
      : [{ key: claimed.budgetKey, until: step.blockChannelUntil }],
  )
  const inOrder = asked.sort((a, b) => (a.key < b.key ? -1 : 1))
  for (const { key, until } of inOrder) await blockRobot(tx, key, until)
}

/**
 * Keeps what the answers say of channels and their robots, which are locked in this order, as by whoever
 * changes a channel. Where all have arrived each is locked at once, one after the other in one journey.
 */
async function note(
  tx: TransactionSql,
  { attempts, settled }: { attempts: readonly Attempt[]; settled: readonly Stepped[] },
  now: Instant,
  onlyArrived: boolean,
): Promise<void> {
  const healthNoted = noteChannelHealth(
    tx,
    settled.map((attempt) => ({ ...attempt, now })),
  )
  if (!onlyArrived) await healthNoted
  const answered = attempts.map(({ claimed }) => claimed)
  await Promise.all([healthNoted, noteArrivals(tx, answered, now)])
  await blockRobots(tx, settled)
}

/**
 * Cancels what was to be tried again for a channel that somebody switched off or deleted after the attempts
 * were recorded. Their channels are locked by now: whoever comes later finds these messages waiting.
 */
async function cancelRetriesOfGone(
  tx: TransactionSql,
  settled: readonly Stepped[],
  now: Instant,
): Promise<void> {
  const ids = settled.flatMap(({ claimed, step }) => (step.to === 'retry' ? [claimed.id] : []))
  if (ids.length === 0) return
  await tx`
    update notification n set state = 'cancelled', next_attempt_at = null, settled_at = ${now},
      reason = ${tx.unsafe(whyGone)}
    from channel c
    where n.id = any(${ids}::uuid[]) and n.state = 'retrying' and c.id = n.channel_id
      and ${tx.unsafe(whyGone)} is not null`
}

/** The time of the transaction, which from here on goes by indexes. */
async function beginAt(tx: TransactionSql): Promise<Instant> {
  const [row] = await tx<{ now: Instant }[]>`select ${goByIndexes(tx)}, now() as now`
  if (!row) throw new Error('A select of the time gave no row.')
  return row.now
}

export type Settlement = 'settled' | 'lease_lost'

/**
 * Records what became of these attempts and moves their notifications on, in one transaction. Where a
 * lease was lost meanwhile the attempt is kept as evidence and the notification left to its new owner.
 */
export async function settleNotifications(
  db: Database,
  attempts: readonly Attempt[],
): Promise<readonly Settlement[]> {
  return db.sql.begin(async (tx) => {
    const now = await beginAt(tx)
    const stepped = attempts.map((attempt) => stepAfter(attempt, now))
    const moved = await recordAttempts(tx, stepped)
    const ids = moved.settled === null ? null : new Set(moved.settled)
    const isSettled = ({ claimed }: Attempt) => ids === null || ids.has(claimed.id)
    const settled = stepped.filter(isSettled)
    const alerts = await alertsOf(tx, moved)
    const topics: Topic[] = ['deliveries']
    // What took a message back may have been waited for in the midst of that: it is asked again who follows.
    const isFollowed = moved.awaited || moved.withdrawn.length > 0
    if (isFollowed) topics.push('deliver')
    const onlyArrived = settled.every(isNotedAtOnce)
    const noted = note(tx, { attempts, settled }, now, onlyArrived)
    // What failed is asked about first; alerts are locked last, or two batches might wait for each other.
    if (!onlyArrived) {
      await noted
      await cancelRetriesOfGone(tx, settled, now)
      // After the channels, as whoever catches one up has it before it takes what waits there.
      if (isFollowed) await settleEndsBehind(tx, settled, moved)
    }
    await Promise.all([
      noted,
      refreshSendingStatus(tx, alerts, onlyArrived ? 'arrived' : 'changed'),
      publishFrom(tx, [...topics, ...alerts.map((id): Topic => `alert:${id}`)]),
    ])
    return attempts.map((attempt) => (isSettled(attempt) ? 'settled' : 'lease_lost'))
  })
}
