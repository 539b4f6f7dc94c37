import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settings } from '../testing/index.ts'
import { minutes, seconds } from '../time.ts'
import { crossLevelFaults } from './cross-level.ts'
import { type GuardedLevel, guardedLevels } from './level.ts'
import { thresholdLimits } from './limits.ts'
import { defaultProtectionLevelSettings, protectionLevelSettings } from './schema.ts'
import { catchUpLatency, thresholdsFor } from './thresholds.ts'

const level = (latencySeconds: number, interruptionSeconds = latencySeconds) => ({
  latencySeconds,
  interruptionSeconds,
  frequencyMinutes: 3,
})
const faults = (input: unknown) =>
  protectionLevelSettings
    .safeParse(input)
    .error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []

describe('the ranges (P1)', () => {
  it.each([
    ['high', 1, 300, 30],
    ['medium', 30, 600, 300],
    ['low', 300, 10_800, 900],
  ] as const)('%s allows %i–%i s and begins with %i s', (name, min, max, preset) => {
    expect(thresholdLimits[name]).toEqual({
      min: seconds(min),
      max: seconds(max),
      default: seconds(preset),
    })
    expect(defaultProtectionLevelSettings[name]).toMatchObject({
      latencySeconds: preset,
      interruptionSeconds: preset,
      frequencyMinutes: 3,
    })
  })

  it.each([
    ['high', 0, 'Use 1–300 seconds.'],
    ['high', 301, 'Use 1–300 seconds.'],
    ['medium', 29, 'Use 30–600 seconds.'],
    ['low', 10_801, 'Use 300–10800 seconds.'],
    ['high', 1.5, 'Use 1–300 seconds.'],
  ] as const)('%s refuses %d s and names the range', (name: GuardedLevel, value, message) => {
    const input = settings({ [name]: { latencySeconds: value } })
    expect(faults(input)).toContain(`${name}.latencySeconds: ${message}`)
  })

  it('a frequency is 1–600 whole minutes', () => {
    const message = 'low.frequencyMinutes: Use 1–600 minutes.'
    for (const frequencyMinutes of [0, 601, 2.5]) {
      expect(faults(settings({ low: { frequencyMinutes } }))).toEqual([message])
    }
    expect(
      faults(settings({ high: { frequencyMinutes: 600 }, low: { frequencyMinutes: 1 } })),
    ).toEqual([])
  })
})

describe('the order of the levels (P2)', () => {
  it('allows equality', () => {
    expect(faults(settings({ high: level(300), medium: level(300), low: level(300) }))).toEqual([])
  })

  it('names both values where a laxer level allows less', () => {
    expect(faults(settings({ high: level(60, 30), medium: level(50, 300) }))).toEqual([
      'medium.latencySeconds: 50 s at level medium is less than 60 s at level high: a laxer level must allow at least as much.',
    ])
  })

  it('holds for each threshold by itself', () => {
    expect(faults(settings({ high: level(30, 200), medium: level(300, 100) }))).toHaveLength(1)
  })

  it('holds for the separate values of each kind too (P3)', () => {
    const overrides = { migration: { latencySeconds: 400 } }
    const input = settings({ medium: { ...level(300), overrides }, low: level(350) })
    expect(faults(input)).toEqual([
      'low.latencySeconds: 350 s at level low is less than 400 s at level medium: a laxer level must allow at least as much.',
    ])
  })

  it('refuses exactly what is out of order', () => {
    const any = fc.record({ high: fc.nat(20), medium: fc.nat(20), low: fc.nat(20) })
    fc.assert(
      fc.property(any, ({ high, medium, low }) => {
        const found = crossLevelFaults({
          high: level(high),
          medium: level(medium),
          low: level(low),
        })
        expect(found.length === 0).toBe(high <= medium && medium <= low)
      }),
    )
  })
})

describe('the thresholds of a project', () => {
  const overrides = { synchronization: { latencySeconds: 10 } }
  const policy = settings({ high: { ...level(30, 40), overrides } })

  it('are those of its kind where there are any, else the common ones (P3)', () => {
    expect(thresholdsFor(policy, 'high', 'synchronization')).toEqual({
      latency: seconds(10),
      interruption: seconds(40),
      frequency: minutes(3),
    })
    expect(thresholdsFor(policy, 'high', 'migration')?.latency).toBe(seconds(30))
  })

  it('are none under "No Protection", though catching up is still noticed', () => {
    expect(thresholdsFor(policy, 'none', 'migration')).toBeNull()
    expect(catchUpLatency(policy, 'none', 'migration')).toBe(seconds(900))
  })
})

it('The levels stand strictest first', () => {
  expect(guardedLevels).toEqual(['high', 'medium', 'low'])
})
