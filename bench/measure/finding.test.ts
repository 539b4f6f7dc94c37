import { expect, test } from 'vitest'
import { judgeFinding } from './finding.ts'

test('The ratio pairs each round with the limit of the same round', () => {
  const judged = judgeFinding({
    what: 'ingest',
    unit: '/s',
    figures: [50, 10, 60],
    limit: { what: 'bare upsert', figures: [100, 100, 100] },
    goal: { of: 'ratio', atLeast: 0.4 },
  })
  expect(judged.ratio).toEqual({ median: 0.5, lowest: 0.1, highest: 0.6 })
  expect(judged.reached).toBe(true)
})

test('A goal is held against the median, not against the best round', () => {
  const finding = { what: 'a cycle', unit: 'ms' as const, figures: [5, 12, 13] }
  expect(judgeFinding({ ...finding, goal: { of: 'figure', below: 10 } }).reached).toBe(false)
  expect(judgeFinding({ ...finding, goal: { of: 'figure', atMost: 12 } }).reached).toBe(true)
})

test('A figure without a goal neither reaches nor misses one', () => {
  const judged = judgeFinding({ what: 'resident', unit: 'MB', figures: [150] })
  expect(judged).toMatchObject({ ratio: null, reached: null, limitSpread: null })
})
