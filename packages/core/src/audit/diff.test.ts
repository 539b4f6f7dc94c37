import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diff } from './diff.ts'

it('Only the fields that differ are named, by their path', () => {
  const before = { name: 'orders', high: { latencySeconds: 30, frequencyMinutes: 3 } }
  const after = { name: 'orders', high: { latencySeconds: 60, frequencyMinutes: 3 } }
  expect(diff(before, after)).toEqual([{ path: 'high.latencySeconds', before: 30, after: 60 }])
})

it('A creation and a deletion name every field', () => {
  expect(diff(null, { name: 'a' })).toEqual([{ path: 'name', before: null, after: 'a' }])
  expect(diff({ name: 'a' }, null)).toEqual([{ path: 'name', before: 'a', after: null }])
})

it('A list counts as one field', () => {
  expect(diff({ tags: ['a'] }, { tags: ['a', 'b'] })).toEqual([
    { path: 'tags', before: ['a'], after: ['a', 'b'] },
  ])
})

it('Absent and null are the same', () => {
  expect(diff({ owner: null }, {})).toEqual([])
})

it('The order of keys is no difference, inside lists neither', () => {
  expect(diff({ a: [{ x: 1, y: 2 }] }, { a: [{ y: 2, x: 1 }] })).toEqual([])
})

it('Two dates that differ are a difference', () => {
  const changes = diff({ at: new Date(0) }, { at: new Date(1) })
  expect(changes.map((change) => change.path)).toEqual(['at'])
})

it('Nothing differs from itself', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(diff(value, JSON.parse(JSON.stringify(value)))).toEqual([])
    }),
  )
})
