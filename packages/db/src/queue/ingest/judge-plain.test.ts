import { type DepartmentId, type Instant, instant, millis, toIso } from '@highwater/core'
import { defaultCalming } from '@highwater/core/alert'
import { defaultParameters } from '@highwater/core/parameters'
import type { Observation, SignalInput } from '@highwater/core/project'
import { anObservation, settings, start } from '@highwater/core/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PlainJudge } from './judge-plain.ts'
import type { KnownProject } from './known-projects.ts'
import { ProjectMemory } from './project-memory.ts'
import { judgeQuiet } from './take-quiet.ts'

const policy = {
  now: start,
  version: 1,
  settings: settings(),
  parameters: defaultParameters,
  calming: defaultCalming,
}
const open = '00000000-0000-7000-8000-00000000000a' as DepartmentId
const options = {
  origin: 'pushed',
  mayWrite: ({ department = open }) => department === open,
} as const
const id = '00000000-0000-7000-8000-000000000001' as KnownProject['id']

const around = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((ms): Instant => instant(start + ms))
const rarely = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 8 })
const nearlyNever = <T>(value: fc.Arbitrary<T>, usual: T) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: value })
const nearlyNull = (value: fc.Arbitrary<Instant>) => nearlyNever<Instant | null>(value, null)
const past = around(-600_000, 0)

const observations: fc.Arbitrary<Observation> = fc
  .record({
    state: nearlyNever<Observation['state']>(
      fc.constantFrom('monitoring', 'paused', 'failed', 'finished', 'released', 'unknown'),
      'running',
    ),
    incremental: nearlyNever(fc.constant(false), true),
    caughtUpAt: rarely(past),
    interruptedSince: nearlyNull(past),
    pausedSince: nearlyNull(past),
    resumedAt: nearlyNull(past),
    advancingSince: nearlyNull(past),
    advancedAt: nearlyNull(past),
    clockAhead: nearlyNever(fc.constantFrom(millis(6_000), null), null),
    clockMarks: nearlyNever(fc.nat(31), 0),
    usualInterval: rarely(fc.integer({ min: 1, max: 60_000 }).map(millis)),
  })
  .map(anObservation)

const projects: fc.Arbitrary<KnownProject> = fc.record({
  id: fc.constant(id),
  kind: fc.constantFrom('synchronization', 'migration'),
  level: fc.constantFrom('high', 'low', 'none'),
  department: nearlyNever(
    fc.constant('00000000-0000-7000-8000-00000000000b' as DepartmentId),
    open,
  ),
  expectedInterval: fc.option(fc.integer({ min: 1, max: 60_000 }).map(millis)),
  alertBeforeCatchUp: fc.boolean(),
  isDeleted: fc.constant(false),
  isWatched: nearlyNever(fc.constant(false), true),
  observation: observations,
  stepState: fc.constantFrom(null, 'running'),
  pushedWatermark: rarely(past),
  collectedWatermark: rarely(past),
  openAlerts: nearlyNever(fc.constant(1), 0),
  dueAt: rarely(around(-5_000, 100_000)),
  version: fc.nat(1_000),
})

const latency = fc.oneof(
  fc.integer({ min: 0, max: 60_000 }).map((ms) => ({ latencySeconds: ms / 1_000 })),
  around(-60_000, 10_000).map((at) => ({ positionTime: toIso(at) })),
  fc.constant({ state: 'running' } as const),
)
const signals: fc.Arbitrary<SignalInput> = fc
  .record({
    observedAt: fc.oneof(around(-20_000, 4_000), around(-600_000, 4_000_000)).map(toIso),
    figure: latency,
    said: nearlyNever<Partial<SignalInput>>(
      fc.constantFrom<Partial<SignalInput>>(
        { state: 'running' },
        { state: 'failed' },
        { state: 'monitoring' },
        { step: { name: 'full', state: 'running' } },
        { message: 'slow disk' },
        { id: 'a' },
      ),
      {},
    ),
  })
  .map(({ observedAt, figure, said }) => ({ project: id, observedAt, ...said, ...figure }))

test('who is judged plainly is judged as by all the rules, and nearly all of what is quiet is', () => {
  const memory = new ProjectMemory(1)
  let quiet = 0
  let plain = 0
  let late = 0
  fc.assert(
    fc.property(projects, signals, (project, signal) => {
      memory.keep(id, project)
      const row = new PlainJudge(memory.projects, policy, options).judge(0, id, signal)
      const judged = judgeQuiet(signal, project, policy, options)
      if (judged !== null) quiet += 1
      if (row === null) return
      plain += 1
      const { putOffTo, dueAt } = row
      expect({ ...row, putOffTo: null, dueAt: project.dueAt }).toEqual(judged)
      if (putOffTo === null) return
      late += 1
      const asked = judgeQuiet(signal, { ...project, dueAt: putOffTo }, policy, options)
      expect([dueAt, asked?.dueAt]).toEqual([putOffTo, putOffTo])
    }),
    { numRuns: 2_000 },
  )
  expect(quiet).toBeGreaterThan(100)
  expect(plain).toBeGreaterThan(quiet / 3)
  expect(late).toBeGreaterThan(10)
})
