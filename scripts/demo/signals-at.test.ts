import { expect, test } from 'vitest'
import { demoProjects } from './projects/all.ts'
import { type Demo, signalsAt, signalsOfThePast } from './signals-at.ts'

const startedAt = Date.parse('2026-03-02T06:00:00Z')
const demo: Demo = { projects: demoProjects, seed: 1, startedAt }
const minute = 60_000

test('There are forty projects, each with a key and a name of its own', () => {
  expect(demoProjects).toHaveLength(40)
  expect(new Set(demoProjects.map(({ key }) => key)).size).toBe(40)
  expect(new Set(demoProjects.map(({ name }) => name)).size).toBe(40)
})

test('Tags leave room for the one of the demo and are as the API wants them', () => {
  for (const { tags } of demoProjects) {
    expect(tags.length).toBeLessThan(5)
    for (const tag of tags) expect(tag).toMatch(/^\S{1,20}$/)
  }
})

test('The same seed tells the same story', () => {
  const at = startedAt + 7 * minute
  expect(signalsAt(demo, at)).toEqual(signalsAt(demo, at))
  expect(signalsAt({ ...demo, seed: 2 }, at)).not.toEqual(signalsAt(demo, at))
})

test('Within half an hour something breaks, pauses, falls behind and falls silent, and most stay quiet', () => {
  const seen = new Set<string>()
  for (let at = startedAt; at < startedAt + 30 * minute; at += 5_000) {
    const signals = signalsAt(demo, at)
    if (signals.length < demoProjects.length) seen.add('silence')
    for (const { state, latencySeconds = 0 } of signals) {
      if (state !== undefined) seen.add(state)
      if (latencySeconds > 300) seen.add('behind')
    }
    const calm = signals.filter(({ latencySeconds = 0, state }) => {
      return latencySeconds < 60 && state !== 'interrupted' && state !== 'failed'
    })
    expect(calm.length).toBeGreaterThan(demoProjects.length / 2)
  }
  for (const what of ['interrupted', 'failed', 'paused', 'behind', 'silence']) {
    expect(seen, what).toContain(what)
  }
})

test('The past is an hour of quiet signals, oldest first and none from the future', () => {
  const past = signalsOfThePast(demo)
  const times = past.map(({ observedAt }) => observedAt)
  expect(times).toEqual(times.toSorted())
  expect(times[0]).toBe(new Date(startedAt - 60 * minute).toISOString())
  expect(Date.parse(times.at(-1) ?? '')).toBeLessThan(startedAt)
  for (const { latencySeconds = 0 } of past) expect(latencySeconds).toBeLessThan(60)
})
