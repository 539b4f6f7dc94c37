import { expect, test } from 'vitest'
import { listAddress } from './list-address.ts'

test('an address holds what is set and nothing else', () => {
  expect(listAddress('/alerts', { state: 'firing', q: '', level: undefined, limit: 5 })).toBe(
    '/alerts?state=firing&limit=5',
  )
  expect(listAddress('/alerts', { q: undefined })).toBe('/alerts')
})
