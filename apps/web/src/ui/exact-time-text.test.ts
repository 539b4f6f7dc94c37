import { expect, test } from 'vitest'
import { exactTimeText } from './exact-time-text.ts'

test('a time is written from year to second in the zone of its reader', () => {
  const at = Date.UTC(2026, 10, 21, 23, 5, 9)
  expect(exactTimeText(at, 'UTC')).toBe('2026-11-21 23:05:09')
  expect(exactTimeText(at, 'Asia/Shanghai')).toBe('2026-11-22 07:05:09')
})
