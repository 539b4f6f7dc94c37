import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Below those that the system hands out by itself: a program that is killed finds its port free when it
 * comes back. Each process of Playwright has a range of its own.
 */
const rangeSize = 500
const first = 20_000 + rangeSize * (Number(process.env.TEST_PARALLEL_INDEX ?? 0) % 20)
let tried = Math.floor(Math.random() * rangeSize)

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, '127.0.0.1')
  try {
    await once(probe, 'listening')
  } catch {
    return false
  }
  probe.close()
  await once(probe, 'close')
  return true
}

/** A port of the loopback address that nobody else listens on, and that is handed out but once. */
export async function freePort(): Promise<number> {
  for (let left = rangeSize; left > 0; left -= 1) {
    tried += 1
    const port = first + (tried % rangeSize)
    if (await isFree(port)) return port
  }
  throw new Error('Every port of the journeys is taken.')
}
