import { applyToAlert, openingOf } from '../alert/apply.ts'
import { rememberEnded } from '../alert/ended.ts'
import { evaluate } from '../alert/evaluate.ts'
import type { ProjectFacts } from '../alert/facts.ts'
import type { OpenAlert } from '../alert/state.ts'
import type { Transition } from '../alert/transition.ts'
import type { AlertId } from '../ids.ts'
import type { ProtectionLevel } from '../policy/level.ts'
import type { Thresholds } from '../policy/thresholds.ts'
import { observe } from '../project/observation.ts'
import type { Latency, Signal } from '../project/signal.ts'
import { isInterrupted } from '../project/state.ts'
import { type Instant, type Millis, millis } from '../time.ts'
import { type Episode, isCounted, type ReplayedAlert } from './history.ts'
import type { ReplayStart } from './replay.ts'

/** Facts kept in memory and moved by the rules, as the worker and its database do it in life. */
export class Playback {
  #facts: ProjectFacts
  #dueAt: Instant | null = null
  readonly #catchUpLatency: Millis
  readonly #caughtUpAt: Instant | null
  readonly #alerts = new Map<AlertId, OpenAlert>()
  readonly #raised = new Map<AlertId, Episode>()

  constructor({
    interval,
    catchUpLatency,
    caughtUpAt,
    ...start
  }: ReplayStart & { thresholds: Thresholds }) {
    this.#catchUpLatency = catchUpLatency
    this.#caughtUpAt = caughtUpAt
    this.#facts = {
      ...start,
      expectedInterval: interval,
      sourceDown: false,
      isWatched: true,
      listeningSince: start.listeningSince ?? null,
      open: [],
      ended: [],
      dismissed: [],
    }
  }

  /** What was raised so far, in the order of opening, as far as it is counted. */
  alerts(): ReplayedAlert[] {
    return this.episodes().flatMap(({ condition, openedAt, closedAt, peak }) =>
      isCounted(condition) ? [{ condition, openedAt, closedAt, peak }] : [],
    )
  }

  /** All that was raised so far, in the order of opening. */
  episodes(): Episode[] {
    return [...this.#raised].map(([id, episode]) => {
      const open = this.#facts.open.find((alert) => alert.id === id)
      return { ...episode, recoveringSince: open?.recoveringSince ?? null }
    })
  }

  take(signal: Signal): void {
    this.#observe(signal)
    this.#evaluate(signal.receivedAt)
  }

  /** Lets time pass until a signal comes, and takes it. */
  hearOut(signal: Signal): void {
    this.passUntil(signal.receivedAt)
    this.catchUpBy(signal.observedAt)
    this.take(signal)
  }

  /** Whatever is over stays over: a breach from now on is another alert. */
  forgetEnded(): void {
    this.#facts = { ...this.#facts, ended: [] }
  }

  /** A latency of which nothing else is known: it says nothing of the state. */
  hear(at: Instant, latency: Latency): void {
    this.take(this.#signalOf(at, latency))
  }

  /** Remembers that the project had caught up by then, if that is known. */
  catchUpBy(at: Instant): void {
    const { observation } = this.#facts
    if (this.#caughtUpAt === null || this.#caughtUpAt > at || observation.caughtUpAt !== null)
      return
    this.#facts = { ...this.#facts, observation: { ...observation, caughtUpAt: this.#caughtUpAt } }
  }

  /** Lets time pass while the worker looks exactly when something is due. */
  passUntil(end: Instant): void {
    while (this.#dueAt !== null && this.#dueAt <= end) this.#evaluate(this.#dueAt)
    // What is measured may have grown by itself until now, and the peak of an open alert with it.
    if (this.#facts.open.some((alert) => isCounted(alert.condition))) this.#evaluate(end)
  }

  /**
   * Passes a time in which the latency never exceeded `most`, and `most` is good. Looks only as long
   * as something is open or about to be: with that done, nothing can move before the time is over.
   */
  keepQuiet(from: Instant, until: Instant, most: Millis): void {
    const calm: Latency = { type: 'gauge', behind: most }
    this.hear(from, calm)
    while (this.#dueAt !== null && this.#dueAt <= until && this.#isAstir()) {
      const now = this.#dueAt
      this.#observe(this.#signalOf(now, calm))
      this.#evaluate(now)
    }
  }

  /** A project that stands still becomes an interruption by time alone. */
  #isAstir(): boolean {
    const { open, observation } = this.#facts
    return isInterrupted(observation.state) || open.some((alert) => isCounted(alert.condition))
  }

  #signalOf(at: Instant, latency: Latency): Signal {
    const { state } = this.#facts.observation
    return {
      observedAt: at,
      receivedAt: at,
      ahead: null,
      latency,
      state,
      step: null,
      message: null,
    }
  }

  #observe(signal: Signal): void {
    const before = this.#facts.observation
    const observation = observe(before, signal, null, this.#catchUpLatency)
    this.#facts = { ...this.#facts, observation }
  }

  #evaluate(now: Instant): void {
    const { transitions, findings, dueAt } = evaluate(this.#facts, now)
    for (const transition of transitions) this.#apply(transition, now)
    this.#dueAt = dueAt
    for (const { id, condition } of this.#facts.open) {
      const finding = findings[condition]
      const raised = this.#raised.get(id)
      if (raised === undefined || finding.is !== 'breach') continue
      const peak = millis(Math.max(raised.peak, finding.measure.observed))
      if (peak > raised.peak) this.#raised.set(id, { ...raised, peak })
    }
  }

  #apply(transition: Transition, now: Instant): void {
    if (transition.type === 'forget') return
    const { level, open, ended } = this.#facts
    const id = ('alert' in transition ? transition.alert : null) ?? this.#newId()
    const before = this.#alerts.get(id) ?? opened(transition, id, level)
    const after = applyToAlert(before, transition, level, now)
    this.#alerts.set(id, after ?? { ...before, flappingSince: null })
    const remembered = transition.type === 'close' ? rememberEnded(before, transition, now) : null
    const others = open.filter((alert) => alert.id !== id)
    // Of each condition only the alert that ended last can come back.
    const earlier = ended.filter((alert) => alert.condition !== transition.condition)
    this.#facts = {
      ...this.#facts,
      open: after === null ? others : [...others, after],
      ended: remembered === null ? ended : [...earlier, remembered],
    }
    this.#record(id, transition, now)
  }

  #record(id: AlertId, transition: Transition, now: Instant): void {
    const raised = this.#raised.get(id)
    if (transition.type === 'fire') {
      const { condition, since, measure } = transition
      const { message } = this.#facts.observation
      const begun = { condition, since, openedAt: now, message, ...measure, peak: measure.observed }
      const known = raised ?? { ...begun, recoveringSince: null }
      this.#raised.set(id, { ...known, closedAt: null, closeReason: null })
    } else if (transition.type === 'close' && raised !== undefined) {
      this.#raised.set(id, { ...raised, closedAt: now, closeReason: transition.reason })
    }
  }

  #newId(): AlertId {
    return `replayed-${this.#alerts.size}` as AlertId
  }
}

/** The alert that a transition opens. @throws Error when it names one that never opened */
function opened(transition: Transition, id: AlertId, level: ProtectionLevel): OpenAlert {
  if (transition.type === 'fire' || transition.type === 'pend') {
    return openingOf(id, transition, level)
  }
  throw new Error(`A ${transition.type} names an alert that never opened.`)
}
