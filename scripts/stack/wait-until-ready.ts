import { setTimeout as pause } from 'node:timers/promises'
import { CommandFailure } from '../processes/failure.ts'

const patienceSeconds = 60

/** Returns once the address answers 200, or fails with what it answered last. */
export async function waitUntilReady(address: string, stop: AbortSignal): Promise<void> {
  const deadline = performance.now() + patienceSeconds * 1000
  let last = 'nothing'
  while (performance.now() < deadline && !stop.aborted) {
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(5000) })
      if (response.ok) return
      last = `${response.status} ${(await response.text()).slice(0, 300)}`
    } catch {
      // Not listening yet.
    }
    await pause(100)
  }
  if (stop.aborted) return
  throw new CommandFailure(
    `Highwater was not ready within ${patienceSeconds} seconds; ${address} answered ${last}.`,
  )
}
