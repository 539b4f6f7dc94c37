import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInterrupted } from '../project/state.ts'
import { aProject, at, settings, start, Watch } from '../testing/index.ts'
import { instant, millis, minutes, plus, seconds } from '../time.ts'
import { defaultCalming } from './calming.ts'
import { evaluate } from './evaluate.ts'
import { conditions } from './event.ts'
import type { ProjectFacts } from './facts.ts'

const states = [
  'running',
  'monitoring',
  'interrupted',
  'failed',
  'paused',
  'finished',
  'unknown',
] as const
const levels = ['high', 'medium', 'low', 'none'] as const
const policies = [
  settings(),
  settings({ high: { latencySeconds: 5, interruptionSeconds: 5, frequencyMinutes: 1 } }),
  settings({ high: { latencySeconds: 200, interruptionSeconds: 200, frequencyMinutes: 10 } }),
]

const runs = 150

/** One thing that happens to a project, after some time. */
const happening = fc.record({
  after: fc.oneof(
    fc.integer({ min: 1, max: 30_000 }),
    fc.integer({ min: 1, max: 4_000_000 }),
    fc.integer({ min: 1, max: 200_000_000 }),
  ),
  workerSleeps: fc.boolean(),
  what: fc.oneof(
    { weight: 6, arbitrary: fc.record({ latencySeconds: fc.integer({ min: 0, max: 1_200 }) }) },
    { weight: 3, arbitrary: fc.record({ lagOfPosition: fc.integer({ min: 0, max: 1_200 }) }) },
    { weight: 4, arbitrary: fc.record({ state: fc.constantFrom(...states) }) },
    { weight: 2, arbitrary: fc.record({ level: fc.constantFrom(...levels) }) },
    { weight: 2, arbitrary: fc.record({ policy: fc.nat(policies.length - 1) }) },
    { weight: 1, arbitrary: fc.record({ acknowledge: fc.constantFrom(...conditions) }) },
    { weight: 1, arbitrary: fc.record({ snooze: fc.constantFrom(...conditions) }) },
    { weight: 3, arbitrary: fc.constant({ nothing: true }) },
  ),
})
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

const story = fc.record({
  happenings: fc.array(happening, { minLength: 1, maxLength: 40 }),
  pendingFor: fc.constantFrom(0, 15_000, 120_000),
  clearRatio: fc.constantFrom(1, 0.8),
  flapTurns: fc.constantFrom(2, 4),
})

interface Chosen {
  readonly pendingFor: number
  readonly clearRatio: number
  readonly flapTurns: number
}

function begin({ pendingFor, clearRatio, flapTurns }: Chosen): Watch {
  const calming = { ...defaultCalming, pendingFor: millis(pendingFor), clearRatio, flapTurns }
  return new Watch(start, { calming, alertBeforeCatchUp: true })
}

function happen(watch: Watch, { after, workerSleeps, what }: Happening): void {
  const next = plus(watch.now, millis(after))
  if (workerSleeps) watch.sleepUntil(next)
  else watch.passUntil(next)
  if ('latencySeconds' in what) watch.signal(what)
  else if ('lagOfPosition' in what) {
    const appliedUpTo = instant(watch.now - what.lagOfPosition * 1_000)
    watch.signal({ positionTime: new Date(appliedUpTo).toISOString() })
  } else if ('state' in what) watch.signal({ state: what.state })
  else if ('level' in what) watch.setLevel(what.level)
  else if ('policy' in what) watch.setSettings(policies[what.policy] ?? settings())
  else if ('acknowledge' in what) watch.acknowledge(what.acknowledge, plus(watch.now, minutes(30)))
  else if ('snooze' in what) watch.snooze(what.snooze, plus(watch.now, minutes(5)))
  watch.evaluate()
}

/** Checks something after every happening of any story. */
const always = (check: (watch: Watch) => void) =>
  fc.assert(
    fc.property(story, ({ happenings, ...calming }) => {
      const watch = begin(calming)
      for (const item of happenings) {
        happen(watch, item)
        check(watch)
      }
    }),
    { numRuns: runs },
  )

describe('whatever happens to a project, evaluate', () => {
  it('gives the same answer to the same facts', () => {
    always(({ facts, now }) => expect(evaluate(facts, now)).toEqual(evaluate(facts, now)))
  })

  it('has said everything at once: a second look at the same instant moves nothing', () => {
    always(({ facts, now }) => expect(evaluate(facts, now).transitions).toEqual([]))
  })

  it('keeps at most one open alert per condition', () => {
    always(({ facts }) => {
      const open = facts.open.map((alert) => alert.condition)
      expect(new Set(open).size).toBe(open.length)
    })
  })

  it('asks to be called strictly later, or never', () => {
    always(({ facts, now }) => {
      const { dueAt } = evaluate(facts, now)
      expect(dueAt === null || dueAt > now).toBe(true)
    })
  })

  it('moves nothing one millisecond before it is due', () => {
    always(({ facts, now }) => {
      const { dueAt } = evaluate(facts, now)
      if (dueAt === null) return
      expect(evaluate(facts, instant(dueAt - 1)).transitions).toEqual([])
    })
  })

  it('moves something, or asks for another time, when it is due', () => {
    always(({ facts, now }) => {
      const { dueAt } = evaluate(facts, now)
      if (dueAt === null) return
      const then = evaluate(facts, dueAt)
      expect(then.transitions.length > 0 || then.dueAt !== dueAt).toBe(true)
    })
  })

  it('never moves anything by time alone that it did not announce', () => {
    always(({ facts, now }) => {
      if (evaluate(facts, now).dueAt !== null) return
      for (const later of [minutes(1), minutes(600), minutes(60_000)]) {
        expect(evaluate(facts, plus(now, later)).transitions).toEqual([])
      }
    })
  })

  it('never keeps two repeats of an alert closer than its frequency, give or take a tenth', () => {
    const sent = (watch: Watch) =>
      watch.log.filter(({ transition }) => transition.type === 'repeat').map(({ at }) => at)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900_000 }), { maxLength: 60 }), (looks) => {
        const watch = new Watch(at(0), { alertBeforeCatchUp: true, expectedInterval: minutes(900) })
        watch.signal({ positionTime: new Date(start).toISOString() })
        for (const wait of looks) watch.sleepUntil(plus(watch.now, millis(wait)))
        const times = sent(watch)
        for (const [index, time] of times.slice(1).entries()) {
          expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(0.9 * minutes(3))
        }
      }),
    )
  })

  it('never tells a condition twice at once, after whatever pause', () => {
    always(({ log }) => {
      const messages = log
        .filter(({ transition }) => ['fire', 'repeat', 'flap', 'steady'].includes(transition.type))
        .map(({ at: when, transition }) => `${transition.condition} ${when}`)
      expect(new Set(messages).size).toBe(messages.length)
    })
  })

  it('never opens and leaves nothing open under "No Protection"', () => {
    always((watch) => {
      const none: ProjectFacts = { ...watch.facts, level: 'none', thresholds: null }
      const { transitions, dueAt } = evaluate(none, watch.now)
      expect(dueAt).toBeNull()
      expect(transitions).toHaveLength(watch.facts.open.length)
      for (const transition of transitions) expect(['close', 'drop']).toContain(transition.type)
    })
  })

  it('never opens because a threshold was raised', () => {
    always(({ facts, now }) => {
      if (facts.thresholds === null) return
      const { latency, interruption, frequency } = facts.thresholds
      const laxer = {
        latency: millis(latency * 2),
        interruption: millis(interruption * 2),
        frequency,
      }
      const { transitions } = evaluate({ ...facts, thresholds: laxer }, now)
      expect(transitions.filter(({ type }) => type === 'fire' || type === 'pend')).toEqual([])
    })
  })

  it('never resolves what is still interrupted, however long that lasts', () => {
    always(({ facts, now }) => {
      if (!isInterrupted(facts.observation.state)) return
      for (const later of [0, 1, 30_001, 61_000, 100_000_000]) {
        const { transitions } = evaluate(facts, plus(now, millis(later)))
        const ends = transitions.filter(({ type }) => type === 'recover' || type === 'close')
        expect(ends.filter(({ condition }) => condition === 'interruption')).toEqual([])
      }
    })
  })
})

describe('an interruption', () => {
  it('is never resolved by lasting longer', () => {
    const observation = {
      ...aProject().observation,
      state: 'failed' as const,
      interruptedSince: start,
    }
    fc.assert(
      fc.property(fc.integer({ min: 31, max: 10_000_000 }), (second) => {
        const facts = aProject({ observation })
        const { transitions } = evaluate(facts, plus(start, seconds(second)))
        expect(transitions.map(({ type, condition }) => `${type} ${condition}`)).toEqual([
          'fire interruption',
        ])
      }),
    )
  })
})
