import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'

export interface Machine {
  readonly cores: number
  readonly processor: string
  readonly memoryMB: number
  readonly node: string
  readonly platform: string
}

export const describeMachine = (): Machine => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  memoryMB: Math.round(totalmem() / 1024 / 1024),
  node: process.version,
  platform: `${process.platform}-${process.arch}`,
})

/** The mean number of runnable processes in the last minute: above the cores, figures are noisy. */
export const loadOfLastMinute = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100
