import { Heard, type Verdict } from './heard.fixture.ts'
import { type Modelled, modelled } from './script.fixture.ts'

/** An alert in the plainest terms. Times are milliseconds. */
interface Alert {
  state: 'pending' | 'firing' | 'recovering'
  level: string
  limit: number
  firesAt: number
  firedAt: number
  resolvesAt: number
  next: number
  acknowledged: number
  snoozed: number | null
  peak: number
  turns: number[]
  flapping: number | null
}

type Ended = Pick<Alert, 'level' | 'limit' | 'firedAt' | 'turns'> & {
  at: number
  why: string
  /** What it was when it ended, for the day that it comes back. */
  kept: Alert
}

const second = 1_000
const minute = 60 * second
const rank = ['high', 'medium', 'low', 'none']

/**
 * The rules of an alert's life a second time, written from their table and not from the product:
 * one project that reports every ten seconds, judged whenever it is told to look.
 */
export class Reference extends Heard {
  /** Everything that was told, or that ended, per condition. */
  readonly said: Record<Modelled, string[]> = {
    latency: [],
    interruption: [],
    no_signal: [],
    paused_too_long: [],
  }
  readonly open = new Map<Modelled, Alert>()
  /** Those that may come back, the newest first. */
  readonly #ended = new Map<Modelled, readonly Ended[]>()
  isFlapping(): boolean {
    return [...this.open.values()].some((alert) => alert.flapping !== null)
  }

  acknowledge(condition: Modelled, until: number): void {
    const alert = this.open.get(condition)
    if (alert) alert.acknowledged = until
  }

  snooze(condition: Modelled, until: number): void {
    const alert = this.open.get(condition)
    if (alert) alert.snoozed = until
  }

  look(now: number): void {
    for (const condition of modelled) {
      const verdict = this.judge(condition, now)
      const alert = this.open.get(condition)
      if (verdict.is === 'off') {
        if (alert) this.#close(condition, alert, verdict.why, now)
      } else if (!alert) {
        if (verdict.is === 'bad') this.#begin(condition, verdict, now)
      } else if (this.#endedByEdit(condition, alert, verdict)) {
        const why = alert.level === this.level ? 'policy_changed' : 'level_changed'
        this.#close(condition, alert, why, now)
      } else if (verdict.is === 'bad') this.#goOn(condition, alert, verdict, now)
      else if (verdict.is === 'good') this.#calmDown(condition, alert, verdict, now)
      else this.#wait(condition, alert, verdict, now)
    }
  }

  #endedByEdit(condition: Modelled, alert: Alert, verdict: Verdict): boolean {
    if (condition !== 'latency' && condition !== 'interruption') return false
    if (alert.state === 'recovering' || (verdict.is !== 'good' && verdict.is !== 'short')) {
      return false
    }
    const { observed, limit } = verdict
    return observed !== null && observed <= limit && observed > alert.limit
  }

  #frequency = (): number => this.settings(this.level).frequencyMinutes * minute

  #pace(alert: Alert): number {
    const usual = this.#frequency()
    return alert.flapping === null ? usual : Math.max(usual, Math.min(4 * usual, 60 * minute))
  }

  #turn = (turns: readonly number[], now: number): number[] =>
    [...turns.filter((turn) => turn > now - 60 * minute), now].slice(-4)

  #begin(condition: Modelled, verdict: Extract<Verdict, { is: 'bad' }>, now: number): void {
    const { observed, limit } = verdict
    const alert: Alert = {
      state: 'firing',
      level: this.level,
      limit,
      firesAt: 0,
      firedAt: now,
      resolvesAt: 0,
      next: now + this.#frequency(),
      acknowledged: 0,
      snoozed: null,
      peak: observed,
      turns: [],
      flapping: null,
    }
    this.open.set(condition, alert)
    const slip = this.#comeBack(
      condition,
      ({ why, at, ...ended }) =>
        why.endsWith('_changed') &&
        now - at <= minute &&
        ended.level === this.level &&
        ended.limit === limit,
    )
    if (slip) {
      Object.assign(alert, slip.kept, { state: 'firing' })
      alert.flapping = null
      alert.turns = slip.turns
      if (alert.snoozed !== null && alert.snoozed <= now) alert.snoozed = null
      alert.firedAt = slip.firedAt
      const frequency = this.#frequency()
      alert.next = slip.firedAt + (Math.floor((now - slip.firedAt) / frequency) + 1) * frequency
      this.said[condition].push('reinstate')
      return
    }
    const ended = this.#comeBack(
      condition,
      ({ why, at }) => why === 'recovered' && now - at <= 10 * minute,
    )
    if (ended) {
      alert.firedAt = ended.firedAt
      alert.peak = Math.max(observed, ended.kept.peak)
      alert.turns = this.#turn(ended.turns, now)
      if (alert.turns.length >= 4) {
        alert.flapping = now
        alert.next = now + this.#pace(alert)
      }
      this.said[condition].push(alert.flapping === null ? 'reopen' : 'reopen flapping')
      return
    }
    this.said[condition].push('fire')
  }

  /** The newest that may come back as asked; it is open again from then on. */
  #comeBack(condition: Modelled, may: (ended: Ended) => boolean): Ended | undefined {
    const all = this.#ended.get(condition) ?? []
    const found = all.find(may)
    this.#ended.set(
      condition,
      all.filter((ended) => ended !== found),
    )
    return found
  }

  #close(condition: Modelled, alert: Alert, why: string, now: number): void {
    this.open.delete(condition)
    const { level, limit, firedAt } = alert
    const turns = alert.flapping === null ? alert.turns : []
    const before = this.#ended.get(condition) ?? []
    this.#ended.set(condition, [
      { at: now, why, level, limit, firedAt, turns, kept: alert },
      ...before,
    ])
    this.said[condition].push(`close ${why}`)
  }

  #calmDown(
    condition: Modelled,
    alert: Alert,
    verdict: Extract<Verdict, { is: 'good' }>,
    now: number,
  ): void {
    if (alert.state === 'recovering') {
      if (alert.resolvesAt <= now) this.#close(condition, alert, 'recovered', now)
      return
    }
    if (verdict.observed !== null && verdict.observed > verdict.limit) return
    const hold = alert.flapping === null ? minute : 30 * minute
    const resolvesAt = (this.heardAt ?? now) + hold
    if (resolvesAt <= now) {
      this.#close(condition, alert, 'recovered', now)
      return
    }
    alert.state = 'recovering'
    alert.resolvesAt = resolvesAt
    alert.turns = this.#turn(alert.turns, now)
  }

  #wait(condition: Modelled, alert: Alert, verdict: Verdict, now: number): void {
    const stale = verdict.is === 'unknown' && verdict.stale
    if (alert.state === 'recovering' && stale && alert.resolvesAt <= now) {
      this.#close(condition, alert, 'recovered', now)
    } else if (alert.state === 'firing' && alert.next <= now)
      this.#putOff(alert, alert.firedAt, now)
  }

  #putOff(alert: Alert, anchor: number, now: number): void {
    const pace = this.#pace(alert)
    const place = anchor + (Math.floor((now - anchor) / pace) + 1) * pace
    alert.next = place - now >= 0.9 * pace ? place : now + pace
  }

  #goOn(
    condition: Modelled,
    alert: Alert,
    verdict: Extract<Verdict, { is: 'bad' }>,
    now: number,
  ): void {
    const { observed, limit } = verdict
    const say = (word: string) => this.said[condition].push(word)
    const turned = alert.state === 'recovering'
    if (turned) alert.turns = this.#turn(alert.turns, now)
    alert.state = 'firing'
    const tell = (word: string) => {
      alert.peak = Math.max(alert.peak, observed)
      alert.limit = limit
      say(word)
    }
    const inHand = alert.acknowledged > now || (alert.snoozed !== null && alert.snoozed > now)
    const woken = alert.snoozed !== null && alert.snoozed <= now
    const latest = now + this.#pace(alert)
    if (rank.indexOf(this.level) < rank.indexOf(alert.level)) {
      alert.next = alert.next > now ? Math.min(alert.next, latest) : latest
      alert.level = this.level
      alert.acknowledged = 0
      alert.snoozed = null
      tell('raise')
      return
    }
    if (alert.flapping === null && turned && alert.turns.length >= 4) {
      alert.flapping = now
      alert.next = now + this.#pace(alert)
      alert.level = this.level
      if (woken) alert.snoozed = null
      tell(inHand ? 'flap held' : 'flap')
      return
    }
    if (alert.flapping !== null && (alert.turns.at(-1) ?? 0) + 30 * minute <= now) {
      alert.flapping = null
      alert.turns = []
      alert.next = now + this.#frequency()
      alert.level = this.level
      if (woken) alert.snoozed = null
      tell(inHand ? 'steady held' : 'steady')
      return
    }
    if (this.level !== alert.level) {
      alert.next = latest
      alert.level = this.level
    } else if (limit !== alert.limit || alert.next > latest) {
      alert.next = Math.min(alert.next, latest)
    }
    alert.limit = limit
    const worse = alert.flapping !== null && !inHand && observed > 2 * alert.peak
    if (alert.next > now && !woken && !worse) return
    this.#putOff(alert, alert.flapping ?? alert.firedAt, now)
    if (woken) alert.snoozed = null
    if (inHand) return
    const usual = alert.flapping === null ? 'repeat' : 'repeat flapping'
    tell(worse ? 'repeat peak_doubled' : woken ? 'repeat snooze_ended' : usual)
  }
}
