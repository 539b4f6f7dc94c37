/** At most `count` of the items, evenly spread, the first and the last always among them. */
export function thinOut<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (items.length <= count) return items
  const stride = (items.length - 1) / (count - 1)
  return Array.from({ length: count }, (_, index) => items[Math.round(index * stride)]).filter(
    (item): item is Item => item !== undefined,
  )
}
