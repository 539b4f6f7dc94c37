/** What each signal stops, at most once each. */
const stopped = new WeakMap<AbortSignal, Set<() => void>>()

function listen(signal: AbortSignal): Set<() => void> {
  const stops = new Set<() => void>()
  stopped.set(signal, stops)
  signal.addEventListener('abort', () => {
    for (const stop of stops) stop()
  })
  return stops
}

/**
 * Calls `stop` when the signal aborts, until the answer is called. A signal compares a new listener
 * with every one that it has, and all sends under way share one signal, which so has one listener.
 */
export function onAbort(signal: AbortSignal, stop: () => void): () => void {
  const stops = stopped.get(signal) ?? listen(signal)
  stops.add(stop)
  return () => stops.delete(stop)
}
