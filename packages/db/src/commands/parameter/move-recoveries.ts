import { type Instant, type Millis, seconds } from '@highwater/core'
import { type AlertEvent, recoveryEndBy } from '@highwater/core/alert'
import type { Parameters } from '@highwater/core/parameters'
import { instantArray, plainArray } from '../../client/array-literals.ts'
import type { TransactionSql } from '../../client/connect.ts'

interface Recovering {
  readonly id: string
  readonly event: AlertEvent
  readonly of_project: boolean
  readonly recovering_since: Instant
  readonly resolves_at: Instant
  readonly flapping_since: Instant | null
  readonly declared_seconds: number | null
  readonly usual_ms: string | null
}

const readRecovering = (tx: TransactionSql) => tx<Recovering[]>`
  select a.id, a.event, a.project_id is not null as of_project, a.recovering_since, a.resolves_at,
    a.flapping_since, p.expected_interval_seconds as declared_seconds,
    s.usual_interval_ms as usual_ms
  from alert a
  left join project p on p.id = a.project_id
  left join project_state s on s.project_id = a.project_id
  where a.closed_at is null and a.state = 'recovering' and a.recovering_since is not null
    and a.resolves_at is not null
  order by a.id for update of a`

const intervalOf = ({ declared_seconds: declared, usual_ms: usual }: Recovering): Millis | null =>
  declared === null ? (usual === null ? null : (Number(usual) as Millis)) : seconds(declared)

/** Recoveries that are under way end when the new parameters say, sooner or later. */
export async function moveRecoveries(tx: TransactionSql, parameters: Parameters): Promise<void> {
  const moved = (await readRecovering(tx)).flatMap((row) => {
    const resolvesAt = recoveryEndBy(
      {
        event: row.event,
        isOfProject: row.of_project,
        recoveringSince: row.recovering_since,
        flappingSince: row.flapping_since,
        interval: intervalOf(row),
      },
      parameters,
    )
    return resolvesAt === row.resolves_at ? [] : [{ id: row.id, resolvesAt }]
  })
  if (moved.length === 0) return
  await tx`
    update alert a set resolves_at = t.resolves_at
    from unnest(
      ${plainArray(moved.map(({ id }) => id))}::uuid[],
      ${instantArray(moved.map(({ resolvesAt }) => resolvesAt))}::timestamptz[]
    ) as t (id, resolves_at)
    where a.id = t.id`
}
