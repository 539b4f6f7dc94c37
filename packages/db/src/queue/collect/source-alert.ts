import { between, type Instant, type Millis, seconds } from '@highwater/core'
import type { Standing } from '@highwater/core/alert-standing'
import { isPersistentlyAhead } from '@highwater/core/project'
import type { TransactionSql } from '../../client/connect.ts'
import type { PolicyInForce } from '../current-policy.ts'
import { judgeThings } from '../standing/judge-things.ts'
import type { DueSource } from './claim-source.ts'

export interface SourceStanding {
  readonly source: DueSource
  readonly failures: number
  readonly failingSince: Instant | null
  readonly message: string | null
  /** How far its clock was ahead when it last answered, and which of its last five answers were ahead. */
  readonly clockAhead: Millis | null
  readonly clockMarks: number
}

/** Down after so many failures; in between nothing is certain. */
function standingOf({ failures, failingSince }: SourceStanding, policy: PolicyInForce): Standing {
  if (failures === 0) return { is: 'good' }
  if (failures < policy.parameters.sourceDownFailures) return { is: 'unjudged' }
  const since = failingSince ?? policy.now
  const measure = { observed: between(since, policy.now), threshold: seconds(0) }
  return { is: 'bad', since, measure }
}

function standingOfClock(
  { failures, clockAhead, clockMarks }: SourceStanding,
  { now, calming }: PolicyInForce,
): Standing {
  if (failures > 0) return { is: 'unjudged' }
  const isAhead = clockAhead !== null && clockAhead > calming.clockSkew
  return isAhead && isPersistentlyAhead(clockMarks)
    ? { is: 'bad', since: now, measure: { observed: clockAhead, threshold: calming.clockSkew } }
    : { is: 'good' }
}

/** What happens to its alert when a source is down, or answers again. */
const turns = ['fire', 'recover', 'relapse', 'flap', 'close'] as const

/**
 * Opens, repeats or resolves `source_down` and `clock_skew`. While a source is down the silence of
 * its projects is the collector's fault, and no `no_signal` is raised for them. Answers whether
 * that has just changed.
 */
export async function judgeSource(
  tx: TransactionSql,
  standing: SourceStanding,
  policy: PolicyInForce,
  consoleUrl: string,
): Promise<boolean> {
  const { id, name, departmentId: department } = standing.source
  const thing = { id, name, department }
  const { moves } = await judgeThings(
    tx,
    'source_id',
    [
      {
        thing,
        event: 'source_down',
        standing: standingOf(standing, policy),
        // One good answer is proof enough.
        hold: seconds(0),
        detail: standing.message,
        particulars: null,
      },
      {
        thing,
        event: 'clock_skew',
        standing: standingOfClock(standing, policy),
        hold: policy.calming.holdAtLeast,
        detail: null,
        particulars: null,
      },
    ],
    policy,
    consoleUrl,
  )
  const [down] = moves
  return turns.some((type) => type === down?.type)
}
