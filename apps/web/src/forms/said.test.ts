import { expect, it } from 'vitest'
import { saying } from './said.ts'

it.each([
  ['/silences', '/silences?said=saved'],
  ['/silences?kind=maintenance', '/silences?kind=maintenance&said=saved'],
])('%s is led to with what is to be said', (path, address) => {
  expect(saying('saved', path)).toBe(address)
})
