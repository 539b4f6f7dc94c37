import type { Instant } from '@highwater/core'
import type { CollectedProject } from '../collector.ts'
import type { PostgresqlConfig } from './config.ts'
import { judgeReplica, type Log } from './judge-replica.ts'
import { judgeStandby } from './judge-standby.ts'
import { judgeSubscription } from './judge-subscription.ts'
import { formatLsn, type Lsn } from './lsn.ts'
import { type Memory, prune } from './memory.ts'
import type { Reading } from './read-all.ts'
import type { Replica } from './replicas.ts'
import { type Finding, signalOf } from './signal.ts'

type View = {
  readonly config: PostgresqlConfig
  readonly system: string
  readonly log: Log
  readonly memory: Memory
  readonly observedAt: Instant
}

const here = { type: 'postgresql' }

function replicaPath({ how, name }: Replica): string {
  return how === 'connection' ? `connection/${name}` : `slot/${name}`
}

/** A reading as projects, one for each slot, connection, subscription and the standby itself. */
export function observe(reading: Reading, view: View): CollectedProject[] {
  const { config, log, memory } = view
  const project = (
    path: string,
    name: string,
    finding: Finding,
    target: { type: string } | null,
  ) => ({
    externalKey: `postgresql:${view.system}/${path}`,
    name,
    kind: 'synchronization' as const,
    source: here,
    target,
    signal: signalOf(finding, view.observedAt),
  })
  const projects: CollectedProject[] = reading.replicas.map((replica) =>
    project(
      replicaPath(replica),
      replica.database === null ? replica.name : `${replica.database}/${replica.name}`,
      judgeReplica(replica, log),
      // Anything may read a logical slot; only PostgreSQL reads the physical log.
      replica.how === 'logical-slot' ? null : here,
    ),
  )
  if (reading.standby !== null) {
    const name = reading.standby.name ?? `${config.host}:${config.port}`.slice(0, 128)
    const finding = judgeStandby(reading.standby, log, memory.replayed)
    projects.push(project(`standby/${name}`, name, finding, here))
  }
  for (const subscription of reading.subscriptions) {
    const path = `${config.database}/${subscription.name}`
    const errorsBefore = memory.errors[subscription.name] ?? null
    projects.push(
      project(`subscription/${path}`, path, judgeSubscription(subscription, errorsBefore), here),
    )
  }
  return projects
}

function slowest(reading: Reading): Lsn | null {
  const positions = reading.replicas
    .map((replica) => replica.applied)
    .concat(reading.standby?.replayed ?? null)
    .filter((lsn) => lsn !== null)
  return positions.reduce<Lsn | null>((low, lsn) => (low === null || lsn < low ? lsn : low), null)
}

/** What the next collection needs of this one. */
export function nextMemory(memory: Memory, reading: Reading, log: Log): Memory {
  const newest = log.marks.at(-1)
  const replayed = reading.standby?.replayed ?? null
  return {
    system: memory.system,
    marks: newest === undefined ? [] : prune(log.marks, slowest(reading), newest.at),
    replayed: replayed === null ? memory.replayed : formatLsn(replayed),
    errors: Object.fromEntries(reading.subscriptions.map(({ name, errors }) => [name, errors])),
  }
}
