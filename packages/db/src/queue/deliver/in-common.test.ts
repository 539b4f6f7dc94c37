import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inCommon } from './in-common.ts'

it('tells each once, and gives each its own back', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 })), (items) => {
      const { all, placeOf } = inCommon(items, (item) => ({ item }), JSON.stringify)
      expect(placeOf.map((place) => all[place - 1]?.item)).toEqual(items)
      expect(all).toHaveLength(new Set(items).size)
    }),
  )
})
