import { setTimeout as pause } from 'node:timers/promises'
import type { BareChain } from './bare-chain.ts'

const everyMs = 250

/** Measures the bare chain again and again between the signals of a load, until that has ended. */
export async function chainBeside(chain: BareChain, load: Promise<unknown>): Promise<number[]> {
  const lengths: number[] = []
  let isOver = false
  const over = load.finally(() => {
    isOver = true
  })
  while (!isOver) {
    await Promise.race([pause(everyMs), over])
    lengths.push(await chain.measureOnce())
  }
  await over
  return lengths
}
