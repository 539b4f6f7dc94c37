import type { SendOutcome } from '@highwater/core/delivery'
import { mayPass, type PeerResult } from './post-alerts.ts'

export interface NamedResult extends PeerResult {
  readonly peer: string
}

/** Which failure speaks for all: one that is worth another attempt before one that is final. */
const hopeful: readonly SendOutcome['kind'][] = ['throttled', 'transient', 'unknown', 'rejected']

/** Whether a peer that missed a message might take it another time. */
export const mayTakeItLater = ({ outcome }: PeerResult): boolean => mayPass(outcome)

/** All of the alerts are with the peer, but for those that it refuses for good. */
const hasTaken = ({ outcome, refused }: PeerResult, alerts: number): boolean =>
  outcome.kind === 'delivered' ||
  (!mayPass(outcome) && refused.length > 0 && refused.length < alerts)

/** What became of a message that went to every peer: one that took it is enough for the alert. */
export function combinePeers(results: readonly NamedResult[], alerts: number): SendOutcome {
  const missed = results.filter((result) => !hasTaken(result, alerts))
  const taken = results.filter((result) => hasTaken(result, alerts))
  const [best] = [...missed].sort(
    (a, b) => hopeful.indexOf(a.outcome.kind) - hopeful.indexOf(b.outcome.kind),
  )
  const [first] = taken
  if (first === undefined || (best === undefined && first.refused.length === 0)) {
    const all = best ?? first
    if (all === undefined) throw new Error('A channel has at least one address.')
    return all.outcome
  }
  const { detail } = best?.outcome ?? first.outcome
  return {
    kind: 'partial',
    refused: [...new Set([...missed.map(({ peer }) => peer), ...taken.flatMap((r) => r.refused)])],
    detail: {
      ...detail,
      reason: best === undefined ? 'some-alerts-refused' : 'some-peers-missed',
    },
  }
}
