import type { AlertId, ChannelId, DepartmentId, Instant } from '@highwater/core'
import { millis, minutes, plus, seconds } from '@highwater/core'
import type { Transition } from '@highwater/core/alert'
import {
  afterAttempt,
  type Bucket,
  deadlineFor,
  emptyBucket,
  noteAnswers,
  type SendOutcome,
  takeToken,
} from '@highwater/core/delivery'
import { type PlanContext, planNotifications, type ToldState } from '@highwater/core/notify'
import { newsOf } from '../evaluate/news.ts'
import type { Fate } from './script.fixture.ts'

/** A row of the outbox as the database keeps it. */
export interface Row {
  readonly alert: AlertId
  readonly channel: ChannelId | null
  readonly kind: 'firing' | 'repeat' | 'resolved'
  readonly note: string | null
  readonly reason: string | null
  readonly deadline: Instant
  state: 'pending' | 'retrying' | 'sending' | 'delivered' | 'failed' | 'superseded' | 'suppressed'
  due: Instant
  leaseUntil: Instant | null
  attempts: number
  /** Attempts that may have reached somebody. */
  arrivals: number
  mayBeDuplicate: boolean
  degraded: boolean
}

export interface Sent {
  readonly at: Instant
  /** Somebody may have read it. */
  readonly arrived: boolean
  readonly row: Row
}

const detail = { reason: 'x', httpStatus: null, providerCode: null, providerMessage: null }
const outcomeOf = (fate: Exclude<Fate, 'crash'>): SendOutcome =>
  fate === 'rejected' ? { kind: fate, fault: 'content', detail } : { kind: fate, detail }

const lease = seconds(60)
export const perMinute = 20
const budget = { rules: [{ count: perMinute, per: minutes(1) }], monthly: null, reserve: 0 }
export const channels = ['robot', 'mail'].map((id) => ({
  id: id as ChannelId,
  enabled: true,
  department: null,
}))

/** What the database's outbox does, in memory: told by the same plan, sent by the same rules. */
export class MemoryOutbox {
  readonly rows: Row[] = []
  readonly sent: Sent[] = []
  readonly #context: Omit<PlanContext, 'told' | 'now'>
  readonly #buckets = new Map<ChannelId, Bucket>()

  constructor(context: Omit<PlanContext, 'told' | 'now'>) {
    this.#context = context
  }

  tell(alert: AlertId, transition: Transition, level: 'high' | 'medium' | 'low', now: Instant) {
    const department = 'home' as DepartmentId
    const closeReason = transition.type === 'close' ? transition.reason : null
    const news = newsOf(transition, { alert, department, closeReason })
    if (transition.type === 'reinstate') this.#drop(alert, ['resolved'])
    if (closeReason === 'protection_removed') this.#drop(alert, ['firing', 'repeat', 'resolved'])
    if (news === null) return
    const subject = { event: 'sync_delay', level, project: null, department, tags: [] } as const
    const told = (_alert: AlertId, channel: ChannelId) => this.#told(alert, channel)
    const plan = planNotifications([{ ...news, subject }], { ...this.#context, told, now })
    for (const { channel, kinds } of plan.superseded) this.#drop(alert, kinds, channel)
    for (const { channel, kind, note } of plan.kept) this.#add({ alert, channel, kind, note }, now)
    for (const { channel, kind, reason } of plan.held) {
      this.#add({ alert, channel, kind, note: null }, now, reason)
    }
  }

  /** Takes back what dead workers held, then sends all that is due, one fate after another. */
  send(fates: readonly Fate[], now: Instant): void {
    for (const row of this.rows) {
      if (row.state === 'sending' && row.leaseUntil !== null && row.leaseUntil < now) {
        row.mayBeDuplicate = this.#settle(row, outcomeOf('unknown'), now) || true
      }
    }
    let next = 0
    for (const row of this.rows) {
      if (!this.#mayLeave(row, now)) continue
      const bucket = this.#buckets.get(row.channel as ChannelId) ?? emptyBucket
      const answer = takeToken(bucket, budget, now, true)
      if (!answer.taken) continue
      this.#buckets.set(row.channel as ChannelId, answer.bucket)
      row.attempts += 1
      const fate = fates[next++ % fates.length] ?? 'delivered'
      const arrived = fate === 'delivered' || fate === 'unknown' || fate === 'crash'
      this.sent.push({ at: now, arrived, row: { ...row } })
      if (arrived) row.arrivals += 1
      if (fate === 'crash') Object.assign(row, { state: 'sending', leaseUntil: plus(now, lease) })
      else {
        const answered = noteAnswers(answer.bucket, [now], now)
        this.#buckets.set(row.channel as ChannelId, answered)
        this.#settle(row, outcomeOf(fate), now)
      }
    }
  }

  #mayLeave(row: Row, now: Instant): boolean {
    if ((row.state !== 'pending' && row.state !== 'retrying') || row.due > now) return false
    const older = this.rows.slice(0, this.rows.indexOf(row))
    return !older.some(
      ({ alert, channel, state }) =>
        alert === row.alert &&
        channel === row.channel &&
        (state === 'pending' || state === 'retrying' || state === 'sending'),
    )
  }

  #settle(row: Row, outcome: SendOutcome, now: Instant): boolean {
    const { kind, attempts: attempt, deadline, mayBeDuplicate, degraded } = row
    const facts = { kind, attempt, deadline, mayBeDuplicate, degraded, repeatsSafely: false }
    const step = afterAttempt(facts, outcome, now, 0.5)
    row.leaseUntil = null
    if (step.to === 'retry') {
      row.state = 'retrying'
      row.due = step.at
      row.mayBeDuplicate ||= step.mayBeDuplicate
      row.degraded = step.degraded
    } else row.state = step.to
    return row.mayBeDuplicate
  }

  #told(alert: AlertId, channel: ChannelId): ToldState {
    const mine = this.rows.filter((row) => row.alert === alert && row.channel === channel)
    const some = (test: (row: Row) => boolean) => mine.some(test)
    const waits = (row: Row) => row.state === 'pending' || row.state === 'retrying'
    const heard = mine.filter(
      (row) => row.mayBeDuplicate || row.state === 'delivered' || row.state === 'sending',
    )
    if (heard.at(-1)?.kind === 'resolved') {
      return some((row) => waits(row) && row.kind !== 'resolved') ? 'unsent' : 'ended'
    }
    if (some((row) => row.state === 'delivered')) return 'delivered'
    if (some((row) => row.state === 'sending')) return 'in_flight'
    if (some((row) => row.mayBeDuplicate)) return 'unknown'
    if (some(waits)) return 'unsent'
    return some((row) => row.state === 'failed') ? 'failed' : 'nothing'
  }

  #drop(alert: AlertId, kinds: readonly Row['kind'][], channel?: ChannelId): void {
    for (const row of this.rows) {
      const waits = row.state === 'pending' || row.state === 'retrying'
      const isMeant = channel === undefined || row.channel === channel
      if (row.alert === alert && isMeant && waits && kinds.includes(row.kind)) {
        row.state = 'superseded'
      }
    }
  }

  #add(
    owed: Pick<Row, 'alert' | 'channel' | 'kind' | 'note'>,
    now: Instant,
    reason: string | null = null,
  ): void {
    this.rows.push({
      ...owed,
      reason,
      state: reason === null ? 'pending' : 'suppressed',
      due: now,
      deadline: deadlineFor(owed.kind, now, millis(minutes(3))),
      leaseUntil: null,
      attempts: 0,
      arrivals: 0,
      mayBeDuplicate: false,
      degraded: false,
    })
  }
}
