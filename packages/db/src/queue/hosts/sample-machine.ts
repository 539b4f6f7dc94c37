import { statfs } from 'node:fs/promises'
import { cpus, freemem, totalmem } from 'node:os'
import type { HostFigures } from '@highwater/core/alert-standing'

interface CpuTime {
  readonly idle: number
  readonly total: number
}

function cpuTime(): CpuTime {
  let idle = 0
  let total = 0
  for (const { times } of cpus()) {
    idle += times.idle
    total += times.user + times.nice + times.sys + times.idle + times.irq
  }
  return { idle, total }
}

/** What has passed of all processors' time without idling; null where none has passed. */
const busyBetween = (before: CpuTime, after: CpuTime): number | null =>
  after.total > before.total ? 1 - (after.idle - before.idle) / (after.total - before.total) : null

/** As `df` reckons it: what only the superuser may still fill counts as used. */
async function diskUsed(directory: string): Promise<number | null> {
  const { blocks, bfree, bavail } = await statfs(directory)
  const used = blocks - bfree
  return used + bavail > 0 ? used / (used + bavail) : null
}

/**
 * Measures the machine that this process runs on: memory and disk as they are, the processors since
 * the sample before, so that the first sample says nothing of them.
 */
export function createMachineSampler(directory: string): () => Promise<HostFigures> {
  let before: CpuTime | null = null
  return async () => {
    const after = cpuTime()
    const cpu = before === null ? null : busyBetween(before, after)
    before = after
    return { cpu, memory: 1 - freemem() / totalmem(), disk: await diskUsed(directory) }
  }
}
