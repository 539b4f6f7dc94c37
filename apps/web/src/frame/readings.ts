interface ReadingsOptions<Area> {
  /** Stands for all the others. */
  readonly everything: Area
  /** Reads again what of this area the page shows; resolves when that has come. */
  readonly read: (area: Area) => Promise<unknown>
  /** News that come within this time are answered with one reading. */
  readonly gatherMs: number
  /** A reading that takes longer is given up: the next one may begin. */
  readonly patienceMs: number
}

export interface Readings<Area> {
  readonly ask: (areas: Iterable<Area>) => void
  /** Nothing more is read. */
  readonly stop: () => void
}

/**
 * Reads areas again, each one reading at a time. News that come during one are answered by the next: if
 * they broke it off, a page that reads slowly would never show anything new while news keep coming.
 */
export function createReadings<Area>(options: ReadingsOptions<Area>): Readings<Area> {
  const { everything, read, gatherMs, patienceMs } = options
  const asked = new Set<Area>()
  const underWay = new Set<Area>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let isOver = false

  async function readOnce(area: Area): Promise<void> {
    if (area === everything) asked.clear()
    asked.delete(area)
    underWay.add(area)
    const givenUp = Promise.withResolvers<void>()
    const patience = setTimeout(givenUp.resolve, patienceMs)
    // What could not be read says so itself, where it is shown.
    await Promise.race([read(area).catch(() => undefined), givenUp.promise])
    clearTimeout(patience)
    underWay.delete(area)
    if (asked.has(area)) schedule()
  }

  function schedule(): void {
    if (isOver) return
    timer ??= setTimeout(() => {
      timer = null
      const due = [...asked].filter((area) => !underWay.has(area))
      if (due.includes(everything)) void readOnce(everything)
      else for (const area of due) void readOnce(area)
    }, gatherMs)
  }

  return {
    ask(areas) {
      for (const area of areas) asked.add(area)
      if (asked.size > 0) schedule()
    },
    stop() {
      isOver = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}
