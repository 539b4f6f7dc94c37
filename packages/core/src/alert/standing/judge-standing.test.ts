import { describe, expect, it } from 'vitest'
import { at } from '../../testing/index.ts'
import { type Instant, minutes, seconds } from '../../time.ts'
import { defaultCalming } from '../calming.ts'
import { judgeStanding } from './judge-standing.ts'
import type { Standing, StandingAlert } from './standing.ts'

const rules = {
  frequency: minutes(3),
  hold: seconds(60),
  dismissedUntil: null,
  recovered: null,
  calming: defaultCalming,
}
const measure = { observed: seconds(600), threshold: seconds(540) }
const bad: Standing = { is: 'bad', since: at(0), measure }
const good: Standing = { is: 'good' }

const firing: StandingAlert = {
  state: 'firing',
  since: at(0),
  firedAt: at(0),
  resolvesAt: null,
  nextNotifyAt: at(180),
  repeats: 0,
  acknowledgedUntil: null,
  snoozedUntil: null,
  turnedAt: [],
  flappingSince: null,
}
const recovering: StandingAlert = { ...firing, state: 'recovering', resolvesAt: at(160) }

const judge = (alert: StandingAlert | null, standing: Standing, now: Instant) =>
  judgeStanding(alert, standing, rules, now)

describe('a thing that is no project', () => {
  it('is told as soon as it is bad, and again by the frequency', () => {
    expect(judge(null, bad, at(0))).toEqual({
      move: {
        type: 'fire',
        reopened: false,
        since: at(0),
        measure,
        nextNotifyAt: at(180),
        turnedAt: [],
        flapping: false,
      },
      dueAt: at(180),
    })
    expect(judge(firing, bad, at(179))).toEqual({ move: null, dueAt: at(180) })
    expect(judge(firing, bad, at(180)).move).toMatchObject({ type: 'repeat', nth: 1 })
  })

  it('is told once after an outage of ours, not once for each repeat that was missed', () => {
    const { move, dueAt } = judge(firing, bad, at(1_000))
    expect(move).toMatchObject({ type: 'repeat', nth: 1, nextNotifyAt: dueAt })
    expect(dueAt).toBeGreaterThan(at(1_000))
  })

  it('is not repeated to somebody who has it in hand', () => {
    const acknowledged = { ...firing, acknowledgedUntil: at(9_000) }
    expect(judge(acknowledged, bad, at(180)).move).toMatchObject({
      type: 'hold_repeat',
      reason: 'acknowledged',
    })
    const snoozed = { ...firing, snoozedUntil: at(9_000) }
    expect(judge(snoozed, bad, at(180)).move).toMatchObject({ reason: 'snoozed' })
  })

  it('is told again when a snooze ends, though no repeat is due', () => {
    const snoozed = { ...firing, nextNotifyAt: at(900), snoozedUntil: at(300) }
    expect(judge(snoozed, bad, at(299))).toEqual({ move: null, dueAt: at(300) })
    expect(judge(snoozed, bad, at(300)).move).toMatchObject({
      type: 'repeat',
      note: 'snooze_ended',
    })
  })

  it('must stay good for the hold time before it counts as recovered', () => {
    expect(judge(firing, good, at(100))).toEqual({
      move: {
        type: 'recover',
        recoveringSince: at(100),
        resolvesAt: at(160),
        turnedAt: [at(100)],
        reason: null,
      },
      dueAt: at(160),
    })
    expect(judge(recovering, good, at(159))).toEqual({ move: null, dueAt: at(160) })
    expect(judge(recovering, good, at(160)).move).toEqual({
      type: 'close',
      reason: 'recovered',
      turnedAt: [],
    })
  })

  it('recovers at once where there is no hold', () => {
    const { move } = judgeStanding(firing, good, { ...rules, hold: seconds(0) }, at(100))
    expect(move).toEqual({ type: 'close', reason: 'recovered', turnedAt: [at(100)] })
  })

  it('goes on as the same alert when it turns bad again within the hold', () => {
    expect(judge(recovering, bad, at(150)).move).toMatchObject({
      type: 'relapse',
      measure,
      reason: null,
    })
  })

  it('comes back as the same alert when it turns bad again soon after its recovery', () => {
    const recovered = { ...rules, recovered: { at: at(0), turnedAt: [] } }
    const moveAt = (now: Instant) => judgeStanding(null, bad, recovered, now).move
    expect(moveAt(at(600))).toMatchObject({ type: 'fire', reopened: true })
    expect(moveAt(at(600.001))).toMatchObject({ type: 'fire', reopened: false })
  })

  it('is left as it is while nobody can judge it', () => {
    for (const alert of [null, firing, recovering]) {
      expect(judge(alert, { is: 'unjudged' }, at(9_000)).move).toBeNull()
    }
  })

  it('takes its alert with it when it goes, with the reason', () => {
    const gone: Standing = { is: 'gone', reason: 'object_removed' }
    expect(judge(null, gone, at(10)).move).toBeNull()
    expect(judge(firing, gone, at(10)).move).toMatchObject({
      type: 'close',
      reason: 'object_removed',
    })
  })

  it('is not told again while a person has dismissed it, and is when that ends', () => {
    const dismissed = { ...rules, dismissedUntil: at(500) }
    expect(judgeStanding(null, bad, dismissed, at(499))).toEqual({ move: null, dueAt: at(500) })
    expect(judgeStanding(null, bad, dismissed, at(500)).move).toMatchObject({ type: 'fire' })
  })

  it('that was never bad has no alert', () => {
    expect(judge(null, good, at(10))).toEqual({ move: null, dueAt: null })
  })
})

describe('a thing that turns on and off', () => {
  const turned = (...times: number[]) => times.map((second) => at(second))

  it('is flapping when it comes back for the fourth turn within an hour, and says so once', () => {
    const often = { ...recovering, turnedAt: turned(20, 40, 60) }
    const { move, dueAt } = judge(often, bad, at(80))
    expect(move).toMatchObject({
      type: 'flap',
      nth: 1,
      reason: null,
      turnedAt: turned(20, 40, 60, 80),
      nextNotifyAt: at(80 + 12 * 60),
    })
    expect(dueAt).toBe(at(80 + 12 * 60))
    const again = { ...often, turnedAt: turned(20, 40, 60, 80), flappingSince: at(80) }
    expect(judge(again, bad, at(120)).move).toMatchObject({ type: 'relapse', reason: 'flapping' })
    expect(judge({ ...often, acknowledgedUntil: at(900) }, bad, at(80)).move).toMatchObject({
      type: 'flap',
      reason: 'acknowledged',
    })
  })

  it('is flapping too where it closes and comes back each time', () => {
    const back = { ...rules, recovered: { at: at(60), turnedAt: turned(20, 40, 60) } }
    expect(judgeStanding(null, bad, back, at(80)).move).toMatchObject({
      type: 'fire',
      reopened: true,
      flapping: true,
      nextNotifyAt: at(80 + 12 * 60),
    })
  })

  const flapping = { ...firing, turnedAt: turned(20, 40, 60, 80), flappingSince: at(80) }

  it('is then repeated more rarely, and is steady again after half an hour without a turn', () => {
    const due = { ...flapping, nextNotifyAt: at(80 + 12 * 60) }
    expect(judge(due, bad, at(80 + 12 * 60)).move).toMatchObject({
      type: 'repeat',
      note: 'flapping',
    })
    expect(judge(due, bad, at(80 + 30 * 60)).move).toMatchObject({ type: 'steady', turnedAt: [] })
    const later = { ...flapping, nextNotifyAt: at(80 + 60 * 60) }
    expect(judge(later, bad, at(100)).dueAt).toBe(at(80 + 30 * 60))
  })

  it('has recovered when it has been good for half an hour, where one moment is enough otherwise', () => {
    const once = { ...rules, hold: seconds(0) }
    expect(judgeStanding(flapping, good, once, at(100))).toMatchObject({
      move: { type: 'recover', reason: 'flapping', resolvesAt: at(100 + 30 * 60) },
      dueAt: at(100 + 30 * 60),
    })
    const ending = { ...flapping, state: 'recovering', resolvesAt: at(1_900) } as const
    expect(judgeStanding(ending, good, once, at(1_900)).move).toEqual({
      type: 'close',
      reason: 'recovered',
      turnedAt: [],
    })
  })
})
