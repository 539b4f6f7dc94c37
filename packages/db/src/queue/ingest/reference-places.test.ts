import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ReferencePlaces } from './reference-places.ts'

const reference = fc.oneof(
  fc.nat(30).map((number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`),
  fc.nat(30).map((number) => `orders-${number}`),
  fc.constantFrom('', 'é', 'É', '订单', 'x'.repeat(40), 'x'.repeat(41), 'x'.repeat(200)),
)
const capacity = 70

test('it answers like a map, whatever comes and goes, full or empty', () => {
  const happening = fc.record({ reference, stays: fc.boolean() })
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 300 }), (happenings) => {
      const places = new ReferencePlaces(capacity)
      const model = new Map<string, number>()
      const free = Array.from({ length: capacity }, (_, place) => place)
      for (const { reference, stays } of happenings) {
        const known = model.get(reference)
        if (known !== undefined && !stays) {
          places.delete(reference)
          model.delete(reference)
          free.push(known)
        } else if (known === undefined && stays) {
          const place = free.shift() ?? 0
          places.add(reference, place)
          model.set(reference, place)
        }
        expect(places.find(reference)).toBe(model.get(reference))
      }
      expect(places.size).toBe(model.size)
      for (const [reference, place] of model) expect(places.find(reference)).toBe(place)
    }),
  )
})

test('to delete what is not there changes nothing', () => {
  const places = new ReferencePlaces(2)
  places.add('a', 0)
  places.delete('b')
  places.delete('x'.repeat(41))
  expect([places.find('a'), places.size]).toEqual([0, 1])
})
