import { distance, type Lsn } from './lsn.ts'
import { type Mark, provenUpTo } from './memory.ts'
import type { Replica } from './replicas.ts'
import { behind, caughtUp, type Finding } from './signal.ts'

/** `end` is the end of the log at the beginning of this collection; null on a cut-off standby. */
export type Log = { readonly end: Lsn | null; readonly marks: readonly Mark[] }

function latencyOf({ applied, readAt }: Replica, { end, marks }: Log) {
  if (applied === null) return null
  if (end !== null && applied >= end) return caughtUp
  return behind(readAt, provenUpTo(marks, applied))
}

/** What the server that is read from knows of one of its readers. */
export function judgeReplica(replica: Replica, log: Log): Finding {
  const latency = latencyOf(replica, log)
  const gap =
    replica.applied === null || log.end === null ? 'unknown' : distance(replica.applied, log.end)
  if (replica.lost !== null) {
    return {
      state: 'failed',
      latency,
      message: `The slot can no longer be used (${replica.lost}): log that it needed is gone. Create the replica anew.`,
    }
  }
  const warning = replica.endangered
    ? ' The server may remove log that the slot still needs at the next checkpoint.'
    : ''
  if (!replica.active) {
    const since = replica.inactiveSince === null ? '' : ` since ${replica.inactiveSince}`
    return {
      state: 'interrupted',
      latency,
      message: `Nothing is connected to the slot${since}; behind by ${gap}.${warning}`,
    }
  }
  return {
    state: 'running',
    latency,
    message: `Connected (${replica.phase ?? 'phase unknown'}), behind by ${gap}.${warning}`,
  }
}
