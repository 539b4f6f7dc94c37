type Run<Batch extends readonly object[]> = {
  readonly inFlight: number
  readonly nextBatch: () => Batch
  readonly send: (batch: Batch) => Promise<unknown>
  readonly stop: AbortSignal
}

const durationMs = 3_000

/** Signals per second that were answered while so many batches were always on their way. */
export async function rateOf<Batch extends readonly object[]>(run: Run<Batch>): Promise<number> {
  const started = performance.now()
  let taken = 0
  const keepSending = async () => {
    while (performance.now() - started < durationMs) {
      run.stop.throwIfAborted()
      const batch = run.nextBatch()
      await run.send(batch)
      taken += batch.length
    }
  }
  await Promise.all(Array.from({ length: run.inFlight }, keepSending))
  return taken / ((performance.now() - started) / 1_000)
}
