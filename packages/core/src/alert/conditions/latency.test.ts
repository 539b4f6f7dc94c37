import { describe, expect, it } from 'vitest'
import { anObservation, aProject, at, Watch } from '../../testing/index.ts'
import { minutes, plus, seconds, toIso } from '../../time.ts'
import { evaluate } from '../evaluate.ts'
import type { ProjectFacts } from '../facts.ts'

const behind = (latencySeconds: number): ProjectFacts =>
  aProject({
    observation: anObservation({ latency: { type: 'gauge', behind: seconds(latencySeconds) } }),
  })

const types = (facts: ProjectFacts, now = at(0)) =>
  evaluate(facts, now).transitions.map((transition) => transition.type)

describe('a gauge of latency', () => {
  it('does not alert at exactly the threshold (P4)', () => {
    expect(types(behind(30))).toEqual([])
  })

  it('fires one millisecond over the threshold (P4)', () => {
    expect(types(behind(30.001))).toEqual(['fire'])
  })

  it('fires with the time of the sample, the figure and the limit', () => {
    const observation = anObservation({
      latency: { type: 'gauge', behind: seconds(412) },
      latencyObservedAt: at(-2),
    })
    expect(evaluate(aProject({ observation }), at(0)).transitions).toEqual([
      {
        type: 'fire',
        turnedAt: [],
        flapping: false,
        condition: 'latency',
        alert: null,
        reopened: false,
        since: at(-2),
        measure: { observed: seconds(412), threshold: seconds(30) },
        nextNotifyAt: plus(at(0), minutes(3)),
      },
    ])
  })

  it('is judged by the thresholds of its own level', () => {
    const thresholds = { latency: minutes(5), interruption: minutes(5), frequency: minutes(3) }
    expect(types({ ...behind(299), level: 'medium', thresholds })).toEqual([])
    expect(types({ ...behind(301), level: 'medium', thresholds })).toEqual(['fire'])
  })

  it('does not alert under "No Protection", however far behind', () => {
    const { findings, transitions } = evaluate(
      { ...behind(9999), level: 'none', thresholds: null },
      at(0),
    )
    expect(transitions).toEqual([])
    expect(findings.latency).toMatchObject({ is: 'inapplicable', reason: 'level_none' })
  })

  it('does not fire once it is too old to be believed (A5)', () => {
    const { findings, transitions } = evaluate(behind(412), at(60.001))
    expect(findings.latency).toMatchObject({ is: 'unjudged', reason: 'signal_stale' })
    expect(transitions.map((transition) => transition.condition)).toEqual(['no_signal'])
  })

  describe('while only signals without a latency come', () => {
    const talking = (watch: Watch, from: number, until: number) => {
      for (let second = from; second <= until; second += 10) {
        watch.passUntil(at(second))
        watch.signal({ state: 'running' })
      }
    }
    const types = (watch: Watch) => watch.log.map(({ transition }) => transition.type)

    it('turns stale as if there were none: it is neither repeated nor resolved (A5)', () => {
      const watch = new Watch(at(0), { alertBeforeCatchUp: true })
      watch.signal({ latencySeconds: 412 })
      talking(watch, 10, 1_200)
      expect(types(watch).slice(0, 2)).toEqual(['fire', 'stale'])
      expect(types(watch)).not.toContain('repeat')
      expect(watch.openAlert('latency')).toMatchObject({ state: 'firing', stale: true })
      expect(watch.openAlert('no_signal')).toBeNull()
      watch.passUntil(at(1_205))
      watch.signal({ latencySeconds: 413 })
      expect(types(watch).at(-1)).toBe('fresh')
    })

    it('stays fresh for three times as long as latencies lie apart', () => {
      const watch = new Watch(at(0), { alertBeforeCatchUp: true })
      for (const second of [0, 300]) {
        watch.passUntil(at(second))
        watch.signal({ latencySeconds: 412 })
        talking(watch, second + 10, second + 290)
      }
      expect(evaluate(watch.facts, at(1_200)).findings.latency.is).toBe('breach')
      talking(watch, 600, 1_210)
      expect(evaluate(watch.facts, at(1_210)).findings.latency).toMatchObject({
        reason: 'signal_stale',
      })
    })
  })

  it('does not fire before the project has caught up once (A1)', () => {
    const watch = new Watch(at(0))
    watch.signal({ latencySeconds: 500 })
    watch.passUntil(at(10))
    watch.signal({ latencySeconds: 200 })
    expect(watch.told('latency')).toEqual([])
    watch.passUntil(at(20))
    watch.signal({ latencySeconds: 30 })
    watch.passUntil(at(30))
    watch.signal({ latencySeconds: 31 })
    expect(watch.told('latency')).toEqual(['fire'])
  })

  it('counts as caught up when the source reports monitoring (A1)', () => {
    const watch = new Watch(at(0))
    watch.signal({ latencySeconds: 500, step: { name: 'incremental sync', state: 'monitoring' } })
    expect(watch.told('latency')).toEqual(['fire'])
  })

  it('fires before the first catch-up where the project asks for it (A1)', () => {
    const watch = new Watch(at(0), { alertBeforeCatchUp: true })
    watch.signal({ latencySeconds: 500 })
    expect(watch.told('latency')).toEqual(['fire'])
  })

  it('does not alert in a step that is not incremental (A1)', () => {
    const { findings } = evaluate(
      aProject({
        observation: anObservation({
          incremental: false,
          latency: { type: 'gauge', behind: seconds(900) },
        }),
      }),
      at(0),
    )
    expect(findings.latency).toMatchObject({ is: 'unjudged', reason: 'not_incremental' })
  })

  it('is left to the interruption alert while the project is interrupted', () => {
    const observation = anObservation({
      state: 'failed',
      interruptedSince: at(0),
      latency: { type: 'gauge', behind: seconds(900) },
    })
    expect(evaluate(aProject({ observation }), at(1)).findings.latency).toMatchObject({
      reason: 'project_interrupted',
    })
  })

  it('says that nothing is known of a project without signals, and asks for no second look', () => {
    const watch = new Watch(at(0))
    expect(evaluate(watch.facts, at(0)).findings.latency).toMatchObject({
      reason: 'nothing_known_yet',
    })
    expect(watch.dueAt).toBeNull()
  })
})

describe('a position', () => {
  it('crosses the threshold by itself, at the exact millisecond, without a further signal (A5)', () => {
    const watch = new Watch(at(0), { expectedInterval: minutes(60) })
    watch.signal({ positionTime: toIso(at(0)) })
    expect(watch.dueAt).toBe(at(30.001))
    watch.passUntil(at(30))
    expect(watch.told('latency')).toEqual([])
    watch.passUntil(at(31))
    expect(watch.told('latency')).toEqual(['fire'])
    expect(watch.openAlert('latency')?.since).toBe(at(30.001))
  })

  it('goes on growing while no signal comes, so its repeats stay true (A5)', () => {
    const watch = new Watch(at(0))
    watch.signal({ positionTime: toIso(at(0)) })
    watch.passUntil(at(400))
    expect(watch.told('latency')).toEqual(['fire', 'repeat', 'repeat'])
    const last = watch.log.filter((entry) => entry.transition.type === 'repeat').at(-1)
    expect(last?.transition).toMatchObject({ measure: { observed: seconds(390.001) } })
  })

  it('is not judged while its collector is switched off, for it grows because nobody looks', () => {
    const watch = new Watch(at(0), { expectedInterval: minutes(60) })
    watch.signal({ positionTime: toIso(at(0)) })
    watch.facts = { ...watch.facts, sourceOff: true }
    watch.passUntil(at(400))
    expect(watch.told('latency')).toEqual([])
    expect(evaluate(watch.facts, at(400)).findings.latency).toMatchObject({
      is: 'unjudged',
      reason: 'source_down',
    })
  })

  it('is no negative latency where the clock of the source runs ahead', () => {
    const observation = anObservation({ latency: { type: 'position', appliedUpTo: at(5) } })
    expect(evaluate(aProject({ observation }), at(0)).findings.latency).toMatchObject({
      measure: { observed: 0 },
    })
  })
})

describe('a project that resumes', () => {
  const resumed = (since: number) => {
    const watch = new Watch(at(-1000))
    watch.signal({ latencySeconds: 0 })
    watch.passUntil(at(-900))
    watch.signal({ state: 'paused' })
    watch.passUntil(at(0))
    watch.signal({ state: 'running', latencySeconds: 900 })
    for (let second = 10; second <= since; second += 10) {
      watch.passUntil(at(second))
      watch.signal({ latencySeconds: 900 })
    }
    return watch
  }

  it('may be behind for two minutes, because it has to catch up (A8)', () => {
    expect(resumed(110).told('latency')).toEqual([])
  })

  it('fires when it is still behind after them (A8)', () => {
    const watch = resumed(110)
    watch.passUntil(at(120))
    expect(watch.told('latency')).toEqual(['fire'])
  })

  it('counts as in breach since it resumed, where it was behind all along (A8)', () => {
    const watch = resumed(110)
    watch.passUntil(at(120))
    expect(watch.openAlert('latency')?.since).toBe(at(0))
  })

  it('counts as in breach since the sample, where it fell behind after the grace', () => {
    const watch = resumed(110)
    watch.passUntil(at(115))
    watch.signal({ latencySeconds: 0 })
    watch.passUntil(at(130))
    watch.signal({ latencySeconds: 900 })
    expect(watch.openAlert('latency')?.since).toBe(at(130))
  })
})
