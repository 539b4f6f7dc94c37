import { expect, test } from 'vitest'
import { listAddress, readListQuery } from './list-address.ts'

test('only known parameters with a value are read, each once', () => {
  const read = readListQuery({ state: ' failed ', kind: '', range: ['day', 'week'], x: 'y' }, [
    'state',
    'kind',
    'range',
  ])
  expect(read).toEqual({ state: 'failed', range: 'day' })
})

test('a changed filter begins at the first page again', () => {
  const query = { state: 'failed', cursor: 'abc' }
  expect(listAddress('/deliveries', query, { state: null })).toBe('/deliveries')
  expect(listAddress('/deliveries', query, { kind: 'test' })).toBe(
    '/deliveries?state=failed&kind=test',
  )
  expect(listAddress('/deliveries', query, { cursor: 'def' })).toBe(
    '/deliveries?state=failed&cursor=def',
  )
})
