import { quietSignal } from '../stack/quiet-signal.ts'

export const batchSize = 1_000

/** Batch after batch, round and round through all projects. */
export function batchesOf(
  projects: readonly string[],
): () => readonly ReturnType<typeof quietSignal>[] {
  let start = 0
  return () => {
    const observedAt = new Date().toISOString()
    const batch = projects.slice(start, start + batchSize)
    start = start + batchSize >= projects.length ? 0 : start + batchSize
    return batch.map((project) => quietSignal(project, observedAt))
  }
}
