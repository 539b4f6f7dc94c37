/**
 * What many have in common, once, and which of it each of them has, counted from 1: so it travels to the
 * database, as most of a batch are alike.
 * @param keyOf differs wherever what they have differs
 */
export function inCommon<Item, Common>(
  items: readonly Item[],
  commonOf: (item: Item) => Common,
  keyOf: (common: Common) => string,
) {
  const places = new Map<string, number>()
  const all: Common[] = []
  const placeOf = items.map((item) => {
    const common = commonOf(item)
    const key = keyOf(common)
    const place = places.get(key) ?? all.push(common)
    places.set(key, place)
    return place
  })
  return { all, placeOf }
}
