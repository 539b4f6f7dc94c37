import { expect, test } from 'vitest'
import { everyPage } from './every-page.ts'

test('all pages of a list are read in their order, as large as they may be', async () => {
  const asked: unknown[] = []
  const pages = [['a', 'b'], ['c'], []]
  const items = await everyPage(async (place) => {
    asked.push(place)
    const page = Number(place.cursor ?? 0)
    return {
      items: pages[page] ?? [],
      nextCursor: page + 1 < pages.length ? String(page + 1) : null,
    }
  })
  expect(items).toEqual(['a', 'b', 'c'])
  expect(asked).toEqual([{ limit: 200 }, { limit: 200, cursor: '1' }, { limit: 200, cursor: '2' }])
})
