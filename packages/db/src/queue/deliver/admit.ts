import type { Instant } from '@highwater/core'
import {
  type Budget,
  emptyBucket,
  opensAt,
  type RateRule,
  takeToken,
} from '@highwater/core/delivery'
import { urgentPriority } from '@highwater/core/notify'
import type { Parameters } from '@highwater/core/parameters'
import type { TransactionSql } from '../../client/connect.ts'
import { lockBuckets, storeBuckets } from './buckets.ts'
import type { DueNotification } from './find-due.ts'
import { type Crowd, foldCrowds } from './fold-crowds.ts'

export interface Admission {
  readonly admitted: readonly DueNotification[]
  /** Tests that do not fit: somebody is watching them, so that they say when they are sent. */
  readonly deferred: readonly { readonly id: string; readonly until: Instant }[]
}

export interface AdmissionOptions {
  readonly now: Instant
  readonly parameters: Parameters
  readonly consoleUrl: string
  readonly perChannel: number
  /** The rate limits of a channel; empty for a kind without limits. */
  readonly rulesOf: (channelKind: string, config: unknown) => readonly RateRule[]
}

/** What each robot among the due may be sent; of channels that share one, the smallest quota counts. */
function budgetsOf(
  due: readonly DueNotification[],
  { rulesOf, parameters }: AdmissionOptions,
): Map<string, Budget> {
  const budgets = new Map<string, Budget>()
  for (const row of due) {
    const known = budgets.get(row.budget_key)
    const rules = known?.rules ?? rulesOf(row.channel_kind, row.config)
    const quotas = [known?.monthly, row.monthly_quota].flatMap((quota) => quota ?? [])
    if (rules.length === 0 && quotas.length === 0) continue
    budgets.set(row.budget_key, {
      rules,
      monthly: quotas.length === 0 ? null : Math.min(...quotas),
      reserve: parameters.budgetReservePercent / 100,
    })
  }
  return budgets
}

/** Robots for which so much is due that still more may wait than they can soon be sent. */
function crowdsAmong(
  due: readonly DueNotification[],
  budgets: ReadonlyMap<string, Budget>,
  perChannel: number,
): ReadonlySet<string> {
  const full = [...Map.groupBy(due, (row) => row.channel_id)].flatMap(([channel, rows]) =>
    channel !== null && rows.length >= perChannel ? rows.slice(0, 1) : [],
  )
  return new Set(full.map((row) => row.budget_key).filter((key) => budgets.has(key)))
}

/**
 * Spends the robots' budgets, most urgent first. What does not fit waits for its token; where more
 * waits than a robot may soon be sent, a digest takes its place (C9).
 */
export async function admit(
  tx: TransactionSql,
  due: readonly DueNotification[],
  options: AdmissionOptions,
): Promise<Admission> {
  const { now } = options
  const budgets = budgetsOf(due, options)
  if (budgets.size === 0) return { admitted: due, deferred: [] }
  const buckets = await lockBuckets(tx, [...budgets.keys()])
  const crowds = [...crowdsAmong(due, budgets, options.perChannel)].flatMap((key): Crowd[] => {
    const budget = budgets.get(key)
    return budget ? [{ key, budget, bucket: buckets.get(key) ?? emptyBucket }] : []
  })
  const folded = await foldCrowds(tx, crowds, options)
  const admitted: DueNotification[] = []
  const deferred: { id: string; until: Instant }[] = []
  for (const row of due.filter(({ id }) => !folded.has(id))) {
    const budget = budgets.get(row.budget_key)
    const bucket = buckets.get(row.budget_key)
    if (!budget || !bucket) {
      admitted.push(row)
      continue
    }
    const answer = takeToken(bucket, budget, now, row.priority <= urgentPriority)
    if (answer.taken) {
      buckets.set(row.budget_key, answer.bucket)
      admitted.push(row)
    } else if (row.test_id !== null) deferred.push({ id: row.id, until: answer.retryAt })
  }
  const kept = [...buckets].flatMap(([key, bucket]) => {
    const budget = budgets.get(key)
    return budget ? [{ key, bucket, opensAt: opensAt(bucket, budget, now) }] : []
  })
  await storeBuckets(tx, kept)
  return { admitted, deferred }
}
