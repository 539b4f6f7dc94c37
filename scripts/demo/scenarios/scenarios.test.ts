import { expect, test } from 'vitest'
import { burst } from './burst.ts'
import { catchUp } from './catch-up.ts'
import { drift } from './drift.ts'
import { interruption } from './interruption.ts'
import { migration } from './migration.ts'
import { pause } from './pause.ts'
import { quiet } from './quiet.ts'
import type { Reading, Scenario } from './reading.ts'
import { silence } from './silence.ts'

const calm = { baseSeconds: 1, waveSeconds: 4 }
const cycle = { quietSeconds: 100, eventSeconds: 100, offsetSeconds: 0 }
const at = (life: Scenario, elapsed: number): Reading | null => life({ elapsed, timeOfDay: 0 }, 7)
const latency = (life: Scenario, elapsed: number): number => at(life, elapsed)?.latencySeconds ?? -1

test('The same moment and seed give the same reading, another seed another one', () => {
  const life = quiet(calm)
  const moment = { elapsed: 30, timeOfDay: 3_000 }
  expect(life(moment, 1)).toEqual(life(moment, 1))
  expect(life(moment, 1)).not.toEqual(life(moment, 2))
})

test('A quiet project is busier in the afternoon of Shanghai than at night, and never far behind', () => {
  const life = quiet(calm)
  const noon = life({ elapsed: 5, timeOfDay: 6 * 3_600 }, 3)?.latencySeconds ?? 0
  const night = life({ elapsed: 5, timeOfDay: 18 * 3_600 }, 3)?.latencySeconds ?? 0
  expect(noon).toBeGreaterThan(night)
  expect(night).toBeGreaterThan(0)
  expect(noon).toBeLessThan(7)
})

test('A drift climbs over its peak and comes back', () => {
  const life = drift({ ...calm, ...cycle, peakSeconds: 90 })
  expect(latency(life, 50)).toBeLessThan(10)
  expect(latency(life, 120)).toBeLessThan(latency(life, 150))
  expect(latency(life, 175)).toBeGreaterThan(90)
  expect(latency(life, 199)).toBeLessThan(15)
})

test('A burst jumps at once and is worked off', () => {
  const life = burst({ ...calm, ...cycle, peakSeconds: 500, message: 'a batch job' })
  expect(latency(life, 99)).toBeLessThan(10)
  expect(latency(life, 100)).toBeGreaterThan(500)
  expect(latency(life, 150)).toBeLessThan(latency(life, 110))
  expect(at(life, 100)?.message).toBe('a batch job')
})

test('An interruption takes its messages in turn and runs again afterwards', () => {
  const life = interruption({ ...calm, ...cycle, state: 'failed', messages: ['one', 'two'] })
  expect(at(life, 150)).toEqual({ state: 'failed', message: 'one' })
  expect(at(life, 250)).toMatchObject({ state: 'running' })
  expect(at(life, 350)).toEqual({ state: 'failed', message: 'two' })
})

test('A pause says so, a silence says nothing', () => {
  expect(at(pause({ ...calm, ...cycle }), 150)).toMatchObject({ state: 'paused' })
  expect(at(silence({ ...calm, ...cycle }), 150)).toBeNull()
  expect(at(silence({ ...calm, ...cycle }), 250)).not.toBeNull()
})

test('A catch-up shrinks steadily until its step monitors', () => {
  const life = catchUp({ ...calm, behindSeconds: 1_000, lengthSeconds: 100 })
  expect(latency(life, 0)).toBeGreaterThanOrEqual(1_000)
  expect(latency(life, 50)).toBeLessThan(510)
  expect(at(life, 50)?.step?.state).toBe('running')
  expect(at(life, 100)?.step?.state).toBe('monitoring')
})

test('A migration goes through its steps once and is finished', () => {
  const life = migration({ lengthSeconds: 100, behindSeconds: 60 })
  const steps = [5, 30, 80, 95].map((elapsed) => at(life, elapsed)?.step?.name)
  expect(steps).toEqual(['schema migration', 'full migration', 'incremental', 'verification'])
  expect(at(life, 100)).toEqual({ state: 'finished' })
})

test('Before the demo every life is quiet or unheard of', () => {
  const lives = [
    drift({ ...calm, ...cycle, offsetSeconds: 150, peakSeconds: 90 }),
    interruption({ ...calm, ...cycle, offsetSeconds: 150, state: 'failed', messages: ['one'] }),
    migration({ lengthSeconds: 100, behindSeconds: 60 }),
  ]
  for (const life of lives) {
    const reading = at(life, -50)
    if (reading !== null) expect(reading.latencySeconds).toBeLessThan(10)
  }
})
