import { expect, test } from 'vitest'
import { oneOf, readListQuery } from './read-list-query.ts'

test('only known parameters with a value are read, each once', () => {
  const read = readListQuery({ state: ' failed ', kind: '', range: ['day', 'week'], x: 'y' }, [
    'state',
    'kind',
    'range',
  ])
  expect(read).toEqual({ state: 'failed', range: 'day' })
})

test('a value that does not exist is none', () => {
  expect(oneOf(['a', 'b'], 'b')).toBe('b')
  expect(oneOf(['a', 'b'], 'c')).toBeUndefined()
})
