import { expect, test } from 'vitest'
import { RecentNotices } from './recent-notices.ts'

test('what was heard in the last half minute is kept, and nothing older', () => {
  const recent = new RecentNotices()
  recent.add({ topics: ['alerts'] }, 1_000)
  recent.add({ topics: ['projects'] }, 20_000)
  expect(recent.read(21_000)).toEqual([{ topics: ['alerts'] }, { topics: ['projects'] }])
  expect(recent.read(40_000)).toEqual([{ topics: ['projects'] }])
  expect(recent.read(60_000)).toEqual([])
})

test('a flood of notices becomes the news that anything may have changed', () => {
  const recent = new RecentNotices()
  for (let number = 0; number <= 1_000; number += 1) recent.add({ topics: ['alerts'] }, number)
  expect(recent.read(1_001)).toEqual([{ everything: true }])
})
