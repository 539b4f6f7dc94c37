import { setTimeout as pause } from 'node:timers/promises'

interface Passage {
  answeredAt?: number
  arrivedAt?: number
}

/** Pairs the moment a breach was acknowledged with the moment the robot was told of it. */
export interface Passages {
  readonly answered: (name: string, at: number) => void
  readonly arrived: (name: string, at: number) => void
  /** Milliseconds of each passage since the last call, once all have come through. */
  readonly take: (patienceMs: number) => Promise<number[]>
  /** Milliseconds of those that have come through so far; the rest is forgotten. */
  readonly takeComplete: () => number[]
}

export function createPassages(): Passages {
  const passages = new Map<string, Passage>()
  const note = (name: string, times: Passage) => {
    passages.set(name, { ...passages.get(name), ...times })
  }
  // A robot may be told before the sender has read its 202: that is no negative time.
  const lengths = () =>
    [...passages.values()].flatMap(({ answeredAt, arrivedAt }) =>
      answeredAt === undefined || arrivedAt === undefined
        ? []
        : [Math.max(0, arrivedAt - answeredAt)],
    )
  const takeComplete = () => {
    const complete = lengths()
    passages.clear()
    return complete
  }
  return {
    answered: (name, at) => note(name, { answeredAt: at }),
    arrived: (name, at) => note(name, { arrivedAt: at }),
    async take(patienceMs) {
      const deadline = performance.now() + patienceMs
      while (lengths().length < passages.size && performance.now() < deadline) await pause(20)
      const missing = passages.size - lengths().length
      if (missing > 0) throw new Error(`${missing} of ${passages.size} alerts did not arrive.`)
      return takeComplete()
    },
    takeComplete,
  }
}
