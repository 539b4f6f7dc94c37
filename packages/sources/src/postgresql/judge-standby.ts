import type { Latency } from '@highwater/core/project'
import type { Log } from './judge-replica.ts'
import { distance, parseLsn } from './lsn.ts'
import { provenUpTo } from './memory.ts'
import { behind, caughtUp, type Finding } from './signal.ts'
import type { Standby } from './standby.ts'

function latencyOf(standby: Standby, { marks }: Log): Latency | null {
  const { known, replayed, replayedCommit, readAt, streaming } = standby
  // Reading archives only, it cannot tell "nothing new" from "not yet arrived".
  if (!standby.connects || replayed === null) return null
  if (streaming && known !== null && replayed >= known) return caughtUp
  const proofs = [provenUpTo(marks, replayed), replayedCommit].filter((at) => at !== null)
  return behind(readAt, proofs.length === 0 ? null : Math.max(...proofs))
}

/** What a standby knows of itself. `replayedBefore` is its position at the last collection. */
export function judgeStandby(standby: Standby, log: Log, replayedBefore: string | null): Finding {
  const { known, replayed, streaming, connects, replayPaused } = standby
  const latency = latencyOf(standby, log)
  const gap = known === null || replayed === null ? 'an unknown amount' : distance(replayed, known)
  const advances =
    replayed !== null && replayedBefore !== null && replayed > parseLsn(replayedBefore)
  // A pause of replay is not a pause of the project: readers of the standby see older and older data.
  if (replayPaused) {
    return {
      state: 'running',
      latency,
      message: `Replay is paused with ${gap} to replay. Continue it with pg_wal_replay_resume().`,
    }
  }
  if (!streaming && connects && !advances) {
    return {
      state: 'interrupted',
      latency,
      message: 'The WAL receiver is not streaming from the primary; see the log of the standby.',
    }
  }
  const message = streaming
    ? `Streaming, ${gap} to replay.`
    : 'Replaying archived log; a standby without a connection cannot tell how far behind it is.'
  return { state: 'running', latency, message }
}
