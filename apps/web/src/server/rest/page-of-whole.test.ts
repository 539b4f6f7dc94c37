import { expect, test } from 'vitest'
import { pageOfWhole } from './page-of-whole.ts'

const page = (items: readonly string[], limit: number, cursor?: string) =>
  pageOfWhole('letters', items, (item) => item, { limit, cursor })

test('a short list is given in pages, and each row once', () => {
  const first = page(['a', 'b', 'c', 'd', 'e'], 2)
  expect(first.items).toEqual(['a', 'b'])
  const second = page(['a', 'b', 'c', 'd', 'e'], 2, first.nextCursor ?? '')
  expect(second.items).toEqual(['c', 'd'])
  expect(page(['a', 'b', 'c', 'd', 'e'], 2, second.nextCursor ?? '')).toEqual({
    items: ['e'],
    nextCursor: null,
  })
  expect(page(['a', 'b'], 2).nextCursor).toBeNull()
  expect(page([], 2)).toEqual({ items: [], nextCursor: null })
})

test('rows that come or go between two pages neither repeat nor hide others', () => {
  const cursor = page(['a', 'b', 'c', 'd'], 2).nextCursor ?? ''
  expect(page(['new', 'a', 'b', 'c', 'd'], 2, cursor).items).toEqual(['c', 'd'])
  expect(page(['b', 'c', 'd'], 2, cursor).items).toEqual(['c', 'd'])
  expect(page(['a', 'c', 'd'], 2, cursor).items).toEqual(['c', 'd'])
  expect(page([], 2, cursor)).toEqual({ items: [], nextCursor: null })
})

test('the cursor of another list is refused', () => {
  const { nextCursor } = pageOfWhole('numbers', ['1', '2'], (item) => item, { limit: 1 })
  expect(() => page(['a', 'b'], 1, nextCursor ?? '')).toThrow('belongs to another list')
})
