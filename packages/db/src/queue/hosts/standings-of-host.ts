import {
  type DepartmentId,
  earliest,
  type HostId,
  type Instant,
  latest,
  plus,
  seconds,
} from '@highwater/core'
import {
  figuresOver,
  type HostFigures,
  type HostRules,
  type Standing,
  standingOfFigures,
  standingOfHeartbeat,
} from '@highwater/core/alert-standing'
import type { PolicyInForce } from '../current-policy.ts'
import type { StandingOfThing } from '../standing/judge-things.ts'
import { takeoverSettled } from './takeover.ts'

export interface DueHost extends HostFigures {
  readonly id: HostId
  readonly name: string
  readonly last_seen_at: Instant
  readonly over_limit_since: Instant | null
  readonly stopped_at: Instant | null
  /** Before this nobody could hear of it, because we were not there ourselves. */
  readonly audible_since: Instant | null
  /** Of its open takeover alert. */
  readonly taken_over_at: Instant | null
  readonly leases_left: number
  /** A worker of this machine is alive. */
  readonly is_working: boolean
}

export interface HostStandings {
  readonly standings: readonly StandingOfThing[]
  /** When time alone would change one of them. */
  readonly recheckAt: Instant | null
}

const gone: Standing = { is: 'gone', reason: 'object_removed' }

function standingOfTakeover(host: DueHost, now: Instant): Standing {
  if (host.taken_over_at === null) return { is: 'unjudged' }
  if (host.is_working) return { is: 'good' }
  const settledAt = plus(host.taken_over_at, takeoverSettled)
  return host.leases_left === 0 && settledAt <= now
    ? { is: 'gone', reason: 'work_taken_over' }
    : { is: 'unjudged' }
}

/** How a host stands with regard to each event that can befall it. */
export function standingsOfHost(
  host: DueHost,
  rules: HostRules,
  department: DepartmentId,
  { now, calming }: PolicyInForce,
): HostStandings {
  const thing = { id: host.id, name: host.name, department }
  const heardFrom = latest(host.last_seen_at, host.audible_since ?? host.last_seen_at)
  const beat = standingOfHeartbeat(heardFrom, rules, now)
  const full = standingOfFigures(host.over_limit_since, rules, now)
  const isStopped = host.stopped_at !== null
  const isSilent = beat.standing.is === 'bad'
  const figures = figuresOver(host, rules)
  const takeover = standingOfTakeover(host, now)
  const of = { thing, detail: null, particulars: null }
  return {
    standings: [
      {
        ...of,
        event: 'host_down',
        standing: isStopped ? gone : beat.standing,
        hold: calming.holdAtLeast,
      },
      {
        ...of,
        event: 'host_threshold',
        // A host that is silent has figures of long ago.
        standing: isStopped ? gone : isSilent ? { is: 'unjudged' } : full.standing,
        hold: rules.hold,
        particulars: figures.length === 0 ? null : { type: 'host_figures', figures },
      },
      { ...of, event: 'host_down_migrate_resource', standing: takeover, hold: seconds(0) },
    ],
    recheckAt: isStopped
      ? null
      : earliest(
          beat.recheckAt,
          isSilent ? null : full.recheckAt,
          host.taken_over_at === null ? null : plus(now, takeoverSettled),
        ),
  }
}
