import { expect, test } from 'vitest'
import { boundsOf, parseAlertSearch } from './alert-search.ts'

test('an address without filters shows the last seven days', () => {
  const search = parseAlertSearch({})
  expect(search.range).toBe('7d')
  const now = Date.UTC(2026, 0, 31, 12, 0, 30)
  expect(boundsOf(search, now, 'UTC')).toEqual({ from: Date.UTC(2026, 0, 24, 12, 0) })
})

test('a filter that makes no sense is dropped instead of failing the page', () => {
  const search = parseAlertSearch({ state: 'on fire', level: 'high', project: 'nonsense' })
  expect(search.state).toBeUndefined()
  expect(search.project).toBeUndefined()
  expect(search.level).toBe('high')
})

test('a custom range includes both of its days, as the reader counts them', () => {
  const search = parseAlertSearch({ range: 'custom', from: '2026-01-01', to: '2026-01-02' })
  expect(boundsOf(search, 0, 'Asia/Shanghai')).toEqual({
    from: Date.UTC(2025, 11, 31, 16),
    to: Date.UTC(2026, 0, 2, 16) - 1,
  })
})

test('a day on which the clocks are put back is as long as it is', () => {
  const search = parseAlertSearch({ range: 'custom', from: '2026-11-01', to: '2026-11-01' })
  expect(boundsOf(search, 0, 'America/New_York')).toEqual({
    from: Date.UTC(2026, 10, 1, 4),
    to: Date.UTC(2026, 10, 2, 5) - 1,
  })
})

test('a custom range may be open at either end', () => {
  expect(boundsOf(parseAlertSearch({ range: 'custom' }), 0, 'UTC')).toEqual({})
})
