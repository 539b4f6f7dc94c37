import { applyToAlert, openingOf } from '../alert/apply.ts'
import { dismissedAtMost } from '../alert/dismissal.ts'
import { rememberEnded } from '../alert/ended.ts'
import { evaluate } from '../alert/evaluate.ts'
import type { Condition } from '../alert/event.ts'
import type { ProjectFacts } from '../alert/facts.ts'
import type { OpenAlert } from '../alert/state.ts'
import type { Transition } from '../alert/transition.ts'
import type { AlertId } from '../ids.ts'
import type { ProtectionLevel } from '../policy/level.ts'
import type { ProtectionLevelSettings } from '../policy/schema.ts'
import { catchUpLatency, thresholdsFor } from '../policy/thresholds.ts'
import { nothingObserved, observe } from '../project/observation.ts'
import { normalizeSignal } from '../project/signal.ts'
import type { SignalInput } from '../project/signal-schema.ts'
import { earliest, type Instant, plus, toIso } from '../time.ts'
import { aProject } from './a-project.ts'
import { settings } from './settings.ts'

export interface Happening {
  readonly at: Instant
  readonly transition: Transition
  readonly alert: AlertId
}

/** One watched project kept in memory: the rules are told of signals and edits, and of time passing. */
export class Watch {
  facts: ProjectFacts
  now: Instant
  dueAt: Instant | null = null
  readonly log: Happening[] = []
  #settings: ProtectionLevelSettings
  #watermark: Instant | null = null
  #alerts = new Map<AlertId, OpenAlert>()

  constructor(now: Instant, changes: Partial<ProjectFacts> = {}, policy = settings()) {
    this.now = now
    this.#settings = policy
    this.facts = aProject({ observation: nothingObserved, ...changes })
    this.setLevel(this.facts.level)
  }

  setLevel(level: ProtectionLevel): void {
    const thresholds = thresholdsFor(this.#settings, level, 'synchronization')
    this.facts = { ...this.facts, level, thresholds }
    this.evaluate()
  }

  setSettings(policy: ProtectionLevelSettings): void {
    this.#settings = policy
    this.setLevel(this.facts.level)
  }

  /** Until when somebody has acknowledged the open alert of a condition. */
  acknowledge(condition: Condition, until: Instant): void {
    const open = this.facts.open.map((alert) =>
      alert.condition === condition ? { ...alert, acknowledgedUntil: until } : alert,
    )
    this.facts = { ...this.facts, open }
    this.evaluate()
  }

  /** Until when somebody has snoozed the open alert of a condition. */
  snooze(condition: Condition, until: Instant): void {
    const open = this.facts.open.map((alert) =>
      alert.condition === condition ? { ...alert, snoozedUntil: until } : alert,
    )
    this.facts = { ...this.facts, open }
    this.evaluate()
  }

  /** Somebody closes the open alert of a condition though its breach stands. */
  dismiss(condition: Condition): void {
    const alert = this.openAlert(condition)
    if (alert === null) throw new Error(`nothing is open for ${condition}`)
    const until = plus(this.now, dismissedAtMost)
    this.facts = {
      ...this.facts,
      open: this.facts.open.filter((open) => open.id !== alert.id),
      dismissed: [...this.facts.dismissed, { id: alert.id, condition, until, level: alert.level }],
    }
    this.evaluate()
  }

  /** A signal that arrives now; observed now too, unless it says otherwise. */
  signal(input: Partial<SignalInput>): 'accepted' | 'late' | 'future' {
    const full: SignalInput = { project: 'p', observedAt: toIso(this.now), ...input }
    const normal = normalizeSignal(full, this.now)
    if (!normal.accepted) return 'future'
    const { signal } = normal
    if (this.#watermark !== null && signal.observedAt <= this.#watermark) return 'late'
    const caughtUp = catchUpLatency(this.#settings, this.facts.level, 'synchronization')
    const observation = observe(this.facts.observation, signal, this.#watermark, caughtUp)
    this.#watermark = signal.observedAt
    this.facts = { ...this.facts, observation }
    this.evaluate()
    return 'accepted'
  }

  /** Lets time pass while the worker looks exactly when something is due. */
  passUntil(end: Instant): void {
    while (this.dueAt !== null && this.dueAt <= end) {
      this.now = earliest(this.dueAt, end) ?? end
      this.evaluate()
    }
    this.now = end
  }

  /** Lets time pass while no worker runs; it looks once at the end. */
  sleepUntil(end: Instant): void {
    this.now = end
    this.evaluate()
  }

  evaluate(): readonly Transition[] {
    const { transitions, dueAt } = evaluate(this.facts, this.now)
    for (const transition of transitions) this.#apply(transition)
    this.dueAt = dueAt
    return transitions
  }

  /** What has happened to a condition so far, by the names of its transitions. */
  told(condition: Condition): Transition['type'][] {
    return this.log
      .filter((entry) => entry.transition.condition === condition)
      .map((entry) => entry.transition.type)
  }

  openAlert(condition: Condition): OpenAlert | null {
    return this.facts.open.find((alert) => alert.condition === condition) ?? null
  }

  #apply(transition: Transition): void {
    const { level, open } = this.facts
    if (transition.type === 'forget') {
      this.log.push({ at: this.now, transition, alert: transition.alert })
      const dismissed = this.facts.dismissed.filter((alert) => alert.id !== transition.alert)
      this.facts = { ...this.facts, dismissed }
      return
    }
    const id =
      ('alert' in transition ? transition.alert : null) ??
      (`alert-${this.#alerts.size + 1}` as AlertId)
    this.log.push({ at: this.now, transition, alert: id })
    const before =
      open.find((alert) => alert.id === id) ??
      this.#alerts.get(id) ??
      (transition.type === 'fire' || transition.type === 'pend'
        ? openingOf(id, transition, level)
        : null)
    if (before === null) throw new Error(`${transition.type} names an alert that never opened`)
    const after = applyToAlert(before, transition, level, this.now)
    const turnedAt = before.flappingSince === null ? before.turnedAt : []
    this.#alerts.set(id, after ?? { ...before, flappingSince: null, turnedAt })
    const others = open.filter((alert) => alert.id !== id)
    const kept = this.facts.ended.filter((alert) => alert.id !== id)
    const ended = transition.type === 'close' ? rememberEnded(before, transition, this.now) : null
    this.facts = {
      ...this.facts,
      open: after === null ? others : [...others, after],
      ended: ended === null ? kept : [...kept, ended],
    }
  }
}
