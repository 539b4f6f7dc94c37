/**
 * What one signal stops. Not a Set: when a Set grows, its old table refers to the new one, so that one
 * table that is taken for old keeps all that were ever added after it until everything is collected.
 */
class Stops {
  readonly #kept: ((() => void) | null)[] = []
  readonly #free: number[] = []

  add(stop: () => void): () => void {
    const place = this.#free.pop() ?? this.#kept.length
    this.#kept[place] = stop
    return () => {
      if (this.#kept[place] !== stop) return
      this.#kept[place] = null
      this.#free.push(place)
    }
  }

  all(): void {
    for (const stop of this.#kept) stop?.()
  }
}

const known = new WeakMap<AbortSignal, Stops>()

function listen(signal: AbortSignal): Stops {
  const stops = new Stops()
  known.set(signal, stops)
  signal.addEventListener('abort', () => stops.all())
  return stops
}

/**
 * Calls `stop` when the signal aborts, until the answer is called. A signal compares a new listener
 * with every one that it has, and all sends under way share one signal, which so has one listener.
 */
export const onAbort = (signal: AbortSignal, stop: () => void): (() => void) =>
  (known.get(signal) ?? listen(signal)).add(stop)
