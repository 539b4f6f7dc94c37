import { expect, it } from 'vitest'
import { anObservation, aProject, at } from '../testing/index.ts'
import { seconds } from '../time.ts'
import { evaluate } from './evaluate.ts'
import { conditions } from './event.ts'
import type { ProjectFacts } from './facts.ts'
import { type HoldReason, holdReasons } from './hold-reason.ts'
import { inHand } from './in-hand.ts'

const observed = (changes: Parameters<typeof anObservation>[0], more: Partial<ProjectFacts> = {}) =>
  aProject({ observation: anObservation(changes), ...more })
const behind = { latency: { type: 'gauge', behind: seconds(412) } } as const

/** A project for every reason that keeps a condition from alerting. */
const projects: readonly ProjectFacts[] = [
  aProject(),
  aProject({ level: 'none', thresholds: null }),
  aProject({ isWatched: false }),
  aProject({ sourceDown: true }),
  aProject({ listeningSince: at(150) }),
  observed({ latency: null, latencyObservedAt: null }),
  observed({ ...behind, caughtUpAt: null }),
  observed({ ...behind, resumedAt: at(119) }),
  observed({ ...behind, incremental: false }),
  observed({ state: 'paused', pausedSince: at(0) }),
  observed({ state: 'finished' }),
  observed({ state: 'released' }),
  observed({ state: 'failed', interruptedSince: at(0) }),
]

it('Every reason for which nothing alerts, or is not repeated, is the answer of some rule', () => {
  const found = new Set<HoldReason | null>([
    inHand({ acknowledgedUntil: at(1), snoozedUntil: null }, at(0)),
    inHand({ acknowledgedUntil: null, snoozedUntil: at(1) }, at(0)),
  ])
  for (const facts of projects) {
    const lastSignalAt = at(119)
    const recent = { ...facts, observation: { ...facts.observation, lastSignalAt } }
    for (const [judged, now] of [
      [recent, at(120)],
      [facts, at(180)],
    ] as const) {
      const { findings } = evaluate(judged, now)
      for (const condition of conditions) {
        const finding = findings[condition]
        if (finding.is !== 'breach') found.add(finding.reason)
      }
    }
  }
  // What a flapping alert does is held by the tests of flapping.
  expect([...found, 'flapping'].toSorted()).toEqual([...holdReasons].toSorted())
})
