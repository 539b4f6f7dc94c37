import { instant, millis } from '@highwater/core'
import { nothingObserved, type Observation } from '@highwater/core/project'
import { expect, test } from 'vitest'
import type { KnownProject } from './known-projects.ts'
import { ProjectMemory } from './project-memory.ts'

const idOf = (number: number) =>
  `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as KnownProject['id']

const known = (version: number, changes: Partial<KnownProject> = {}): KnownProject => ({
  id: idOf(version),
  kind: 'synchronization',
  level: 'high',
  department: '00000000-0000-7000-8000-000000000002' as KnownProject['department'],
  expectedInterval: null,
  alertBeforeCatchUp: false,
  isDeleted: false,
  isWatched: true,
  observation: nothingObserved,
  stepState: null,
  pushedWatermark: null,
  collectedWatermark: null,
  openAlerts: 0,
  dueAt: null,
  version,
  ...changes,
})

const observation: Observation = {
  state: 'paused',
  incremental: true,
  step: 'incremental',
  latency: { type: 'position', appliedUpTo: instant(1_790_000_000_001) },
  latencyObservedAt: instant(1_790_000_000_002),
  latencyHeardAt: null,
  latencyGap: null,
  caughtUpAt: instant(1_790_000_000_003),
  interruptedSince: instant(1_790_000_000_004),
  pausedSince: instant(1_790_000_000_005),
  resumedAt: instant(1_790_000_000_006),
  lastSignalAt: instant(1_790_000_000_007),
  usualInterval: millis(10_000),
  message: null,
  advancingSince: instant(1_790_000_000_011),
  advancedAt: instant(1_790_000_000_012),
  clockAhead: millis(6_000),
  clockMarks: 5,
}
const full = known(7, {
  kind: 'migration',
  level: 'low',
  expectedInterval: millis(30_500),
  alertBeforeCatchUp: true,
  isWatched: false,
  observation,
  stepState: 'suspended',
  pushedWatermark: instant(1_790_000_000_008),
  collectedWatermark: instant(1_790_000_000_009),
  openAlerts: 2,
  dueAt: instant(1_790_000_000_010),
})
const zero = known(0, {
  observation: {
    ...nothingObserved,
    latency: { type: 'gauge', behind: millis(0) },
    lastSignalAt: instant(0),
  },
})

test('a full memory keeps what it has, up to date, and takes nothing new until something is forgotten', () => {
  const memory = new ProjectMemory(2)
  for (const name of ['a', 'b', 'c']) memory.keep(name, known(1))
  memory.keep('a', known(2))
  expect(memory.recall('a')?.version).toBe(2)
  expect(memory.recall('c')).toBeUndefined()
  memory.forget('b')
  memory.keep('c', known(1))
  expect(memory.recall('c')?.version).toBe(1)
})

test('what is recalled is what was kept, in every field', () => {
  const memory = new ProjectMemory(10)
  const projects = { nothing: known(1), full, zero }
  for (const [name, project] of Object.entries(projects)) memory.keep(name, project)
  for (const [name, project] of Object.entries(projects)) {
    expect(memory.recall(name)).toEqual(project)
  }
  memory.keep('full', known(8))
  expect(memory.recall('full')).toEqual(known(8))
})

test('a project with a message is not remembered, nor as it was before', () => {
  const memory = new ProjectMemory(10)
  memory.keep('a', known(1))
  memory.keep('a', known(2, { observation: { ...observation, message: 'disk full' } }))
  expect(memory.recall('a')).toBeUndefined()
})

test('what a quiet signal moves is moved in memory too, and only from the version on which it rests', () => {
  const memory = new ProjectMemory(10)
  const row = {
    projectId: zero.id,
    version: 0,
    latency: { type: 'gauge', behind: millis(1_500) },
    observedAt: instant(1_790_000_000_020),
    receivedAt: instant(1_790_000_000_021),
    usualInterval: millis(9_000),
    dueAt: null,
    putOffTo: null,
    signalId: null,
    state: null,
    step: null,
    message: null,
  } as const
  memory.keep('zero', zero)
  memory.advance('zero', { ...row, version: 5 }, 'pushed')
  expect(memory.recall('zero')).toEqual(zero)
  memory.advance('zero', row, 'pushed')
  expect(memory.recall('zero')).toEqual({
    ...zero,
    version: 1,
    pushedWatermark: row.observedAt,
    observation: {
      ...zero.observation,
      latency: row.latency,
      latencyObservedAt: row.observedAt,
      lastSignalAt: row.receivedAt,
      usualInterval: row.usualInterval,
    },
  })
  const position = { type: 'position', appliedUpTo: instant(1_790_000_000_000) } as const
  memory.advance('zero', { ...row, version: 1, latency: position }, 'pushed')
  expect(memory.recall('zero')).toBeUndefined()
})

test('thousands of projects come and go without taking the place of one another', () => {
  const memory = new ProjectMemory(20_000)
  for (let number = 0; number < 10_000; number += 1) memory.keep(idOf(number), known(number))
  for (let number = 0; number < 10_000; number += 3) memory.forget(idOf(number))
  for (let number = 10_000; number < 15_000; number += 1) memory.keep(idOf(number), known(number))
  for (let number = 0; number < 15_000; number += 1) {
    const isForgotten = number < 10_000 && number % 3 === 0
    const recalled = memory.recall(idOf(number))
    expect(recalled).toEqual(isForgotten ? undefined : known(number))
  }
})
