import { setTimeout as pause } from 'node:timers/promises'
import { collect } from '../src/collect.ts'
import type { CollectedProject } from '../src/collector.ts'
import { collectIo } from './collect-io.ts'
import type { PostgresqlSource } from './source-of.ts'

type Look = () => Promise<readonly CollectedProject[]>

/** Watches one server as the worker does: each collection is handed the memory of the last. */
export function watch({ source }: { readonly source: PostgresqlSource }): Look {
  let memory: unknown
  return async () => {
    const result = await collect('postgresql', { ...source, memory }, collectIo())
    if (!result.ok) throw new Error(`${result.reason}: ${result.message}`)
    memory = result.memory
    return result.observations
  }
}

/** @throws when there is not exactly one project */
export function only(observations: readonly CollectedProject[]): CollectedProject {
  const [project, ...others] = observations
  if (project === undefined || others.length > 0) {
    throw new Error(`Expected one project, not [${observations.map((one) => one.externalKey)}].`)
  }
  return project
}

/** Milliseconds behind; null when the source tells none. */
export const behindOf = ({ signal }: CollectedProject): number | null =>
  signal.latency?.type === 'gauge' ? signal.latency.behind : null

/** Looks until the one project is as wanted. @throws when it was not within 20 s */
export async function until(
  look: Look,
  satisfied: (project: CollectedProject) => boolean,
): Promise<CollectedProject> {
  const deadline = performance.now() + 20_000
  for (;;) {
    const project = only(await look())
    if (satisfied(project)) return project
    if (performance.now() > deadline) {
      throw new Error(`Waited 20 s in vain; last: ${JSON.stringify(project.signal)}`)
    }
    await pause(100)
  }
}
