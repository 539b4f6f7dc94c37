import { assertNever } from '../../assert-never.ts'
import { between, earliest, type Instant, plus } from '../../time.ts'
import { inHand, isWoken } from '../in-hand.ts'
import { nextRepeat } from '../repeat-time.ts'
import type {
  Standing,
  StandingAlert,
  StandingJudgement,
  StandingMove,
  StandingRules,
} from './standing.ts'

type Bad = Extract<Standing, { is: 'bad' }>

const nothing: StandingJudgement = { move: null, dueAt: null }

/** A repeat that is due by the frequency, or because a snooze ended; or the reason why it is held. */
function repeated(
  alert: StandingAlert,
  bad: Bad,
  { frequency }: StandingRules,
  now: Instant,
): StandingMove | null {
  const { nextNotifyAt: due, firedAt } = alert
  const woken = isWoken(alert, now)
  if (!woken && (due === null || due > now)) return null
  const nextNotifyAt = nextRepeat(firedAt ?? now, frequency, now)
  const reason = inHand(alert, now)
  if (reason !== null) return { type: 'hold_repeat', reason, nextNotifyAt }
  return { type: 'repeat', nth: alert.repeats + 1, measure: bad.measure, nextNotifyAt, woken }
}

const isReopened = ({ recoveredAt, reopenWithin }: StandingRules, now: Instant): boolean =>
  recoveredAt !== null && between(recoveredAt, now) <= reopenWithin

function whileBad(
  alert: StandingAlert | null,
  bad: Bad,
  rules: StandingRules,
  now: Instant,
): StandingJudgement {
  const { since, measure } = bad
  if (alert === null) {
    const { dismissedUntil } = rules
    if (dismissedUntil !== null && dismissedUntil > now)
      return { move: null, dueAt: dismissedUntil }
    const nextNotifyAt = plus(now, rules.frequency)
    const reopened = isReopened(rules, now)
    return { move: { type: 'fire', reopened, since, measure, nextNotifyAt }, dueAt: nextNotifyAt }
  }
  // A relapse is no news: whoever was told has not been told of an end.
  if (alert.state === 'recovering') {
    return { move: { type: 'relapse', measure }, dueAt: alert.nextNotifyAt }
  }
  const move = repeated(alert, bad, rules, now)
  const next = move !== null && 'nextNotifyAt' in move ? move.nextNotifyAt : alert.nextNotifyAt
  const asleep = alert.snoozedUntil !== null && alert.snoozedUntil > now ? alert.snoozedUntil : null
  return { move, dueAt: earliest(next, asleep) }
}

function whileGood(
  alert: StandingAlert | null,
  { hold }: StandingRules,
  now: Instant,
): StandingJudgement {
  if (alert === null) return nothing
  const resolvesAt = alert.state === 'recovering' ? alert.resolvesAt : plus(now, hold)
  if (resolvesAt === null || resolvesAt <= now) {
    return { move: { type: 'close', reason: 'recovered' }, dueAt: null }
  }
  return alert.state === 'recovering'
    ? { move: null, dueAt: resolvesAt }
    : { move: { type: 'recover', recoveringSince: now, resolvesAt }, dueAt: resolvesAt }
}

/**
 * What becomes of the alert about a thing that stands like this at `now`: it fires, repeats by the
 * frequency, holds a repeat that somebody has in hand, recovers for the hold time, relapses, closes.
 * Pure; at most one move, so that whoever applies it looks again when it is due.
 */
export function judgeStanding(
  alert: StandingAlert | null,
  standing: Standing,
  rules: StandingRules,
  now: Instant,
): StandingJudgement {
  switch (standing.is) {
    case 'bad':
      return whileBad(alert, standing, rules, now)
    case 'good':
      return whileGood(alert, rules, now)
    case 'unjudged':
      return nothing
    case 'gone':
      return alert === null
        ? nothing
        : { move: { type: 'close', reason: standing.reason }, dueAt: null }
    default:
      return assertNever(standing)
  }
}
