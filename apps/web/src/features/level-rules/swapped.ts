/** The list with the entry at this place and the next one exchanged; as it is at either end. */
export function swapped<T>(list: readonly T[], place: number): readonly T[] {
  const [first, second] = [list[place], list[place + 1]]
  if (first === undefined || second === undefined) return list
  return list.with(place, second).with(place + 1, first)
}
