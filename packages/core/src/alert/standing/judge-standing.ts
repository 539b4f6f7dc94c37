import { assertNever } from '../../assert-never.ts'
import { between, earliest, type Instant, latest, plus } from '../../time.ts'
import { digestPace, isTooMany, paceOf, steadyAt, withTurn } from '../flapping.ts'
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

/** The beginning and the end of flapping; null where it goes on as before. */
function calmed(
  alert: StandingAlert,
  turnedAt: StandingAlert['turnedAt'],
  { measure }: Bad,
  { frequency, calming }: StandingRules,
  now: Instant,
): StandingMove | null {
  const of = { nth: alert.repeats + 1, measure, reason: inHand(alert, now) }
  if (alert.flappingSince === null) {
    if (alert.state !== 'recovering' || !isTooMany(turnedAt, calming)) return null
    return {
      type: 'flap',
      ...of,
      turnedAt,
      nextNotifyAt: plus(now, digestPace({ frequency }, calming)),
    }
  }
  const steady = steadyAt({ ...alert, turnedAt }, calming)
  if (steady === null || steady > now) return null
  return { type: 'steady', ...of, turnedAt: [], nextNotifyAt: plus(now, frequency) }
}

/** A repeat that is due by the frequency, or because a snooze ended; or the reason why it is held. */
function repeated(
  alert: StandingAlert,
  { measure }: Bad,
  { frequency, calming }: StandingRules,
  now: Instant,
): StandingMove | null {
  const { nextNotifyAt: due, firedAt, flappingSince } = alert
  const woken = isWoken(alert, now)
  if (!woken && (due === null || due > now)) return null
  const pace = paceOf(alert, { frequency }, calming)
  const nextNotifyAt = nextRepeat(flappingSince ?? firedAt ?? now, pace, now)
  const reason = inHand(alert, now)
  if (reason !== null) return { type: 'hold_repeat', reason, nextNotifyAt }
  const note = woken ? 'snooze_ended' : flappingSince === null ? null : 'flapping'
  const { turnedAt } = alert
  return { type: 'repeat', nth: alert.repeats + 1, measure, turnedAt, nextNotifyAt, note }
}

const reasonOf = ({ flappingSince }: StandingAlert) => (flappingSince === null ? null : 'flapping')

function begun(
  { since, measure }: Bad,
  rules: StandingRules,
  now: Instant,
): Extract<StandingMove, { type: 'fire' }> {
  const { recovered, frequency, calming } = rules
  const ended =
    recovered !== null && between(recovered.at, now) <= calming.reopenWithin ? recovered : null
  const turnedAt = ended === null ? [] : withTurn(ended.turnedAt, calming, now)
  const flapping = isTooMany(turnedAt, calming)
  const pace = flapping ? digestPace({ frequency }, calming) : frequency
  const nextNotifyAt = plus(now, pace)
  return {
    type: 'fire',
    reopened: ended !== null,
    since,
    measure,
    nextNotifyAt,
    turnedAt,
    flapping,
  }
}

const relapse = (
  alert: StandingAlert,
  turnedAt: StandingAlert['turnedAt'],
  { measure }: Bad,
): StandingMove => ({ type: 'relapse', measure, turnedAt, reason: reasonOf(alert) })

function whileBad(
  alert: StandingAlert | null,
  bad: Bad,
  rules: StandingRules,
  now: Instant,
): StandingJudgement {
  if (alert === null) {
    const { dismissedUntil } = rules
    if (dismissedUntil !== null && dismissedUntil > now)
      return { move: null, dueAt: dismissedUntil }
    const move = begun(bad, rules, now)
    return { move, dueAt: move.nextNotifyAt }
  }
  const hasTurned = alert.state === 'recovering'
  const turnedAt = hasTurned ? withTurn(alert.turnedAt, rules.calming, now) : alert.turnedAt
  const calming = calmed(alert, turnedAt, bad, rules, now)
  // A relapse is no news: whoever was told has not been told of an end. What flaps may never be looked
  // at between two turns, so that a repeat that is due is told with the turn.
  const maySpeak = !hasTurned || alert.flappingSince !== null
  const told = calming ?? (maySpeak ? repeated({ ...alert, turnedAt }, bad, rules, now) : null)
  const isSilent = told === null || told.type === 'hold_repeat'
  const move = hasTurned && isSilent ? relapse(alert, turnedAt, bad) : told
  const next = move !== null && 'nextNotifyAt' in move ? move.nextNotifyAt : alert.nextNotifyAt
  const asleep = alert.snoozedUntil !== null && alert.snoozedUntil > now ? alert.snoozedUntil : null
  const steady = calming === null ? steadyAt({ ...alert, turnedAt }, rules.calming) : null
  return { move, dueAt: earliest(next, asleep, steady) }
}

/** The alert that ends, with the turn that its end is, where it did not recover before. */
function closed(alert: StandingAlert, { calming }: StandingRules, now: Instant): StandingMove {
  const turnedAt =
    alert.flappingSince !== null
      ? []
      : alert.state === 'recovering'
        ? alert.turnedAt
        : withTurn(alert.turnedAt, calming, now)
  return { type: 'close', reason: 'recovered', turnedAt }
}

function whileGood(
  alert: StandingAlert | null,
  rules: StandingRules,
  now: Instant,
): StandingJudgement {
  if (alert === null) return nothing
  const { hold, calming } = rules
  if (alert.state === 'recovering') {
    return alert.resolvesAt === null || alert.resolvesAt <= now
      ? { move: closed(alert, rules, now), dueAt: null }
      : { move: null, dueAt: alert.resolvesAt }
  }
  const held = plus(now, hold)
  const resolvesAt =
    alert.flappingSince === null ? held : latest(held, plus(now, calming.flapStable))
  if (resolvesAt <= now) return { move: closed(alert, rules, now), dueAt: null }
  const turnedAt = withTurn(alert.turnedAt, calming, now)
  const reason = reasonOf(alert)
  return {
    move: { type: 'recover', recoveringSince: now, resolvesAt, turnedAt, reason },
    dueAt: resolvesAt,
  }
}

/**
 * What becomes of the alert about a thing that stands like this at `now`: it fires, repeats by the
 * frequency, holds a repeat that somebody has in hand, recovers for the hold time, relapses, closes.
 * What comes and goes too often is flapping: its ends must last, and it is told more rarely (A6).
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
        : { move: { type: 'close', reason: standing.reason, turnedAt: [] }, dueAt: null }
    default:
      return assertNever(standing)
  }
}
