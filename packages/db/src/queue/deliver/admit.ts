import { type ChannelId, type Instant, millis, plus } from '@highwater/core'
import {
  type Budget,
  emptyBucket,
  opensAt,
  type RateRule,
  sendableUntil,
  takeToken,
} from '@highwater/core/delivery'
import { urgentPriority } from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'
import { readParameters } from '../read-parameters.ts'
import { lockBuckets, storeBuckets } from './buckets.ts'
import type { DueMessage } from './find-due.ts'
import { type Crowd, foldCrowds } from './fold-crowds.ts'
import { hurryPatient } from './hurry-patient.ts'

export interface Admission {
  readonly admitted: readonly DueMessage[]
  /** Tests that do not fit: somebody is watching them, so that they say when they are sent. */
  readonly deferred: readonly { readonly id: string; readonly until: Instant }[]
}

export interface AdmissionOptions {
  readonly now: Instant
  readonly consoleUrl: string
  /** The rate limits of a channel; empty for a kind without limits. */
  readonly rulesOf: (channelKind: string, config: unknown) => readonly RateRule[]
}

/** What each robot among the due may be sent. */
function budgetsOf(
  due: readonly DueMessage[],
  rulesOf: AdmissionOptions['rulesOf'],
): Map<string, Omit<Budget, 'reserve'>> {
  const budgets = new Map<string, Omit<Budget, 'reserve'>>()
  const withoutLimits = new Set<ChannelId>()
  for (const row of due) {
    if (row.channel_id !== null && withoutLimits.has(row.channel_id)) continue
    const { kind, config, budgetKey, monthlyQuota } = row.destination
    const known = budgets.get(budgetKey)
    const rules = known?.rules ?? rulesOf(kind, config)
    const monthly = known?.monthly ?? monthlyQuota
    if (rules.length === 0 && monthly === null) {
      if (row.channel_id !== null) withoutLimits.add(row.channel_id)
      continue
    }
    budgets.set(budgetKey, { rules, monthly })
  }
  return budgets
}

/** What all of these allow together: of rules for the same length of time the smallest. */
function strictest(all: readonly RateRule[]): RateRule[] {
  const byLength = Map.groupBy(all, ({ per }) => per)
  return [...byLength].map(([per, rules]) => ({
    per,
    count: Math.min(...rules.map(({ count }) => count)),
  }))
}

/**
 * What these robots may be sent, by the settings of all channels that share them: a message of another
 * one may cost a robot more, as it is sent in two.
 */
async function withSharedRules(
  tx: TransactionSql,
  limits: ReadonlyMap<string, Omit<Budget, 'reserve'>>,
  rulesOf: AdmissionOptions['rulesOf'],
): Promise<[string, Omit<Budget, 'reserve'>][]> {
  const sharing = await tx<{ key: string; kind: string; config: unknown }[]>`
    select budget_key as key, kind, config from channel
    where budget_key = any(${[...limits.keys()]}::text[]) and deleted_at is null`
  const byRobot = Map.groupBy(sharing, ({ key }) => key)
  return [...limits].map(([key, limit]) => {
    const others = byRobot.get(key)?.flatMap(({ kind, config }) => rulesOf(kind, config)) ?? []
    return [key, { ...limit, rules: strictest([...limit.rules, ...others]) }]
  })
}

/** The robots for which more is due than they may be sent now, so that still more may wait. */
function crowdsAmong(
  due: readonly DueMessage[],
  robots: readonly Crowd[],
  now: Instant,
): readonly Crowd[] {
  const counts = Map.groupBy(due, (row) => row.destination.budgetKey)
  return robots.filter(({ key, budget, bucket }) => {
    const count = counts.get(key)?.length ?? 0
    return sendableUntil(bucket, budget, now, plus(now, millis(1)), count) < count
  })
}

/**
 * Spends the robots' budgets, most urgent first. What does not fit waits for its token; where more
 * waits than a robot may soon be sent, a digest takes its place (C9).
 */
export async function admit(
  tx: TransactionSql,
  due: readonly DueMessage[],
  options: AdmissionOptions,
): Promise<Admission> {
  const { now, rulesOf } = options
  const limits = budgetsOf(due, rulesOf)
  if (limits.size === 0) return { admitted: due, deferred: [] }
  const parameters = await readParameters(tx)
  const buckets = await lockBuckets(tx, [...limits.keys()])
  const reserve = parameters.budgetReservePercent / 100
  const shared = await withSharedRules(tx, limits, rulesOf)
  const budgets = new Map(shared.map(([key, limit]) => [key, { ...limit, reserve }]))
  const robots = [...budgets].map(([key, budget]) => ({
    key,
    budget,
    bucket: buckets.get(key) ?? emptyBucket,
  }))
  const folded = await foldCrowds(tx, crowdsAmong(due, robots, now), { ...options, parameters })
  const admitted: DueMessage[] = []
  const deferred: { id: string; until: Instant }[] = []
  for (const row of due.filter(({ id }) => !folded.has(id))) {
    const { budgetKey } = row.destination
    const budget = budgets.get(budgetKey)
    const bucket = buckets.get(budgetKey)
    if (!budget || !bucket) {
      admitted.push(row)
      continue
    }
    const answer = takeToken(bucket, budget, now, row.priority <= urgentPriority)
    if (answer.taken) {
      buckets.set(budgetKey, answer.bucket)
      admitted.push(row)
    } else if (row.test_id !== null) deferred.push({ id: row.id, until: answer.retryAt })
  }
  const kept = [...buckets].flatMap(([key, bucket]) => {
    const budget = budgets.get(key)
    return budget ? [{ key, bucket, opensAt: opensAt(bucket, budget, now) }] : []
  })
  await storeBuckets(tx, kept)
  const closed = kept.filter(({ opensAt: { all } }) => all !== null).map(({ key }) => key)
  await hurryPatient(tx, closed, now, parameters)
  return { admitted, deferred }
}
