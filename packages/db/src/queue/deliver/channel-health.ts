import type { ChannelId, Instant } from '@highwater/core'
import {
  afterVerdict,
  type Breaker,
  channelVerdict,
  type DeliveryStep,
  type SendOutcome,
} from '@highwater/core/delivery'
import type { TransactionSql } from '../../client/connect.ts'
import { publishFrom } from '../../client/topics.ts'
import { mailboxKind } from '../outbox/open-mailboxes.ts'
import { readParameters } from '../read-parameters.ts'
import type { Leased } from './claim.ts'
import { probeNow } from './probe-now.ts'

export interface Verdict {
  readonly claimed: Pick<Leased, 'channelId' | 'channelKind' | 'testId' | 'claimedAt'>
  readonly outcome: SendOutcome
  readonly step: DeliveryStep
  readonly now: Instant
  /** In [0, 1): where in its rung the next probe falls. */
  readonly jitter: number
}

interface Tested {
  readonly id: ChannelId
  readonly isMailbox: boolean
  /** The mailboxes that are cut off, where it is the channel that carries mail to people. */
  readonly mailboxes: readonly ChannelId[]
}

/** What a delivered test was for, where it vouches for that as it is now. */
async function readTested(tx: TransactionSql, testId: string): Promise<Tested | undefined> {
  const [tested] = await tx<Tested[]>`
    with t as (
      update channel_test set delivered_at = now() where id = ${testId}
      returning channel_id, fingerprint
    )
    select c.id, c.person_id is not null and c.kind = ${mailboxKind} as "isMailbox", array(
        select m.id from channel m join installation i on i.mail_channel_id = c.id
        where m.person_id is not null and m.kind = ${mailboxKind} and m.deleted_at is null
          and m.breaker_opened_at is not null
      ) as mailboxes
    from t join channel c on c.id = t.channel_id and c.deleted_at is null
      and (c.fingerprint = t.fingerprint or (c.person_id is not null and c.kind = ${mailboxKind}))`
  return tested
}

/**
 * A delivered test vouches for exactly the settings it was sent with, and where the channel has
 * these, for the channel: whoever mended the other end need not wait for the next probe. A mailbox has
 * none of its own; it is probed, and so are all when the channel that carries their mail works.
 */
async function noteTest(tx: TransactionSql, testId: string, outcome: SendOutcome) {
  const tested = await readTested(tx, testId)
  if (tested === undefined) return
  const { id, isMailbox, mailboxes } = tested
  const probed = isMailbox ? [id] : mailboxes
  await tx`
    select from channel where id = any(${[id, ...probed]}::uuid[]) order by id for no key update`
  if (!isMailbox) await noteDelivered(tx, [id], outcome)
  await probeNow(tx, probed)
}

/** Whom the message did not reach, though it was taken. */
const refusedBy = (outcome: SendOutcome | null): string[] =>
  outcome?.kind === 'partial' ? [...outcome.refused] : []

/** What its owner should know, though the message was taken: whom it did not reach, or what to change. */
const adviceOf = (outcome: SendOutcome | null): string | null =>
  refusedBy(outcome).length > 0 || (outcome?.kind === 'delivered' && outcome.advice)
    ? (outcome?.detail.reason ?? null)
    : null

/** That a channel works is written once a second; under load it would be written for every message. */
const hasNews = (tx: TransactionSql) => tx`(
  health is distinct from 'working' or health_reason is not null or refused <> '{}'
    or failures > 0 or failing_since is not null or probes > 0 or breaker_opened_at is not null
    or last_delivered_at is null or last_delivered_at <= now() - interval '1 second')`

/**
 * They work. If one was cut off, what has waited meanwhile is put in order before it is sent.
 * @param outcome where there may be something to say of it; left out where all were reached
 */
async function noteDelivered(
  tx: TransactionSql,
  channels: readonly string[],
  outcome: SendOutcome | null = null,
) {
  const refused = refusedBy(outcome)
  const reason = adviceOf(outcome)
  const before = await tx<{ breaker_opened_at: Instant | null }[]>`
    with before as (
      select id, breaker_opened_at from channel where id = any(${[...channels]}::uuid[])
        and ${outcome === null ? hasNews(tx) : tx`true`}
      order by id for no key update
    )
    update channel c set health = 'working', health_reason = ${reason}, refused = ${refused}::text[],
      last_delivered_at = now(),
      failures = 0, failing_since = null, probes = 0, probe_at = null, breaker_opened_at = null,
      catch_up_since = coalesce(c.catch_up_since, before.breaker_opened_at),
      due_at = case when failing_since is not null then now() else due_at end
    from before where c.id = before.id
    returning before.breaker_opened_at`
  if (before.some((row) => row.breaker_opened_at !== null)) await publishFrom(tx, ['channels'])
}

async function noteUndelivered(tx: TransactionSql, channel: string, verdict: Verdict) {
  const { claimed, outcome, step, now, jitter } = verdict
  const [before] = await tx<Breaker[]>`
    select failures, failing_since as "failingSince", breaker_opened_at as "openedAt", probes,
      probe_at as "probeAt"
    from channel where id = ${channel} for no key update`
  if (!before) return
  const { channelDownFailures: opensAfter } = await readParameters(tx)
  const rules = { now, opensAfter, jitter }
  const says = channelVerdict(outcome)
  const after = afterVerdict(before, says, claimed.claimedAt, rules)
  const attention = step.to === 'failed' && step.channelNeedsAttention
  // What says nothing of the channel, such as too few connections, is not why it fails.
  const keepsReason = says === 'says_nothing' && before.failingSince !== null && !attention
  // While it recovers it is looked at when that is over: its first failure comes before.
  const lookAt = before.failingSince === null ? tx`now()` : tx`coalesce(due_at, now())`
  await tx`
    update channel set last_failed_at = now(),
      health_reason = ${keepsReason ? tx`health_reason` : outcome.detail.reason},
      health = ${attention ? 'needs_attention' : tx`health`},
      failures = ${after.failures}, failing_since = ${after.failingSince},
      breaker_opened_at = ${after.openedAt}, probes = ${after.probes}, probe_at = ${after.probeAt},
      due_at = case when ${says === 'fails'} then ${lookAt} else due_at end
    where id = ${channel}`
  if (attention || before.openedAt !== after.openedAt) await publishFrom(tx, ['channels'])
}

/**
 * What attempts at people's mailboxes say of the channel that carries their mail: whether it works, not
 * whether somebody has a good address.
 */
async function ofMailChannel(
  tx: TransactionSql,
  mails: readonly Verdict[],
): Promise<readonly Verdict[]> {
  const through = await tx<{ mailbox: string; mail: ChannelId }[]>`
    select c.id as mailbox, i.mail_channel_id as mail from channel c cross join installation i
    where c.id = any(${mails.map(({ claimed }) => claimed.channelId)}::uuid[])
      and c.person_id is not null and i.mail_channel_id is not null`
  const carrierOf = new Map(through.map(({ mailbox, mail }) => [mailbox, mail]))
  return mails.flatMap((verdict) => {
    const channelId = carrierOf.get(verdict.claimed.channelId ?? '')
    return channelId ? [{ ...verdict, claimed: { ...verdict.claimed, channelId } }] : []
  })
}

const arrived = ({ outcome }: Pick<Verdict, 'outcome'>): boolean =>
  outcome.kind === 'delivered' && !outcome.advice

/** Whether an attempt is noted in one statement with all that are like it, without a question before. */
export const isNotedAtOnce = ({
  claimed,
  outcome,
}: Pick<Verdict, 'claimed' | 'outcome'>): boolean =>
  arrived({ outcome }) && claimed.testId === null && claimed.channelKind !== mailboxKind

/** Locks the channels of which several things are noted, all at once, in the order in which all others do. */
const lockChannels = (tx: TransactionSql, verdicts: readonly Verdict[]) => tx`
  select from channel where id = any(array(
    select unnest(${verdicts.flatMap(({ claimed }) => claimed.channelId ?? [])}::uuid[])
    union all
    select channel_id from channel_test
    where id = any(${verdicts.flatMap(({ claimed }) => claimed.testId ?? [])}::uuid[])
  ))
  order by id for no key update`

const says = ({ step }: Verdict): 'works' | 'fails' => (step.to === 'delivered' ? 'works' : 'fails')

/**
 * Keeps what the last attempts say of channels: working, in need of somebody's attention, or cut off
 * until a probe arrives (C11). Attempts at one channel count in the order given; the channels that
 * only deliver, which is nearly all, are noted in one statement.
 */
export async function noteChannelHealth(
  tx: TransactionSql,
  verdicts: readonly Verdict[],
): Promise<void> {
  const mails = verdicts.filter(
    ({ claimed, outcome }) =>
      claimed.channelKind === mailboxKind && channelVerdict(outcome) !== 'says_nothing',
  )
  const all = mails.length === 0 ? verdicts : [...verdicts, ...(await ofMailChannel(tx, mails))]
  if (!verdicts.every(isNotedAtOnce)) await lockChannels(tx, all)
  const tests = verdicts.filter(({ claimed }) => claimed.testId !== null)
  for (const { claimed, step, outcome } of tests) {
    if (claimed.testId !== null && step.to === 'delivered') {
      await noteTest(tx, claimed.testId, outcome)
    }
  }
  const byChannel = Map.groupBy(all, ({ claimed }) => claimed.channelId)
  const inOrder = [...byChannel].sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1))
  const working: string[] = []
  for (const [channel, attempts] of inOrder) {
    if (channel === null) continue
    if (attempts.every(arrived)) {
      working.push(channel)
      continue
    }
    for (const attempt of attempts) {
      if (says(attempt) === 'works') await noteDelivered(tx, [channel], attempt.outcome)
      else await noteUndelivered(tx, channel, attempt)
    }
  }
  if (working.length > 0) await noteDelivered(tx, working)
}
