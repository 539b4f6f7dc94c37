/** How many requests are under way by each way, such as a proxy and a receiver behind it. */
export interface UnderWay {
  begin(way: string): void
  end(way: string): void
  /** What waits while others are under way waits for its turn; else its way leads nowhere. */
  isAny(way: string): boolean
}

export function createUnderWay(): UnderWay {
  const counts = new Map<string, number>()
  return {
    begin(way) {
      counts.set(way, (counts.get(way) ?? 0) + 1)
    },
    end(way) {
      const left = (counts.get(way) ?? 0) - 1
      if (left > 0) counts.set(way, left)
      else counts.delete(way)
    },
    isAny: (way) => counts.has(way),
  }
}
