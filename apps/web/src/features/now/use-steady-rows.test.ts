import { expect, test } from 'vitest'
import { steadyRows } from './use-steady-rows.ts'

const row = (id: string, text = id) => ({ id, text })

test('rows under the pointer keep their order and show their newest content', () => {
  const { rows } = steadyRows([row('a'), row('b')], [row('b', 'later'), row('a')])
  expect(rows.map(({ item }) => item)).toEqual([row('a'), row('b', 'later')])
})

test('a newcomer waits and is counted', () => {
  const { rows, waiting } = steadyRows([row('a')], [row('new'), row('a')])
  expect(rows.map(({ item }) => item.id)).toEqual(['a'])
  expect(waiting).toBe(1)
})

test('a row that has gone keeps its place and says so', () => {
  const { rows } = steadyRows([row('a'), row('b')], [row('b')])
  expect(rows).toEqual([
    { item: row('a'), gone: true },
    { item: row('b'), gone: false },
  ])
})
