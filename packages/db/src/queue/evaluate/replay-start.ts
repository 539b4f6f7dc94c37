import type { ProjectFacts } from '@highwater/core/alert'
import type { ReplayStart } from '@highwater/core/backtest'
import { catchUpLatency } from '@highwater/core/policy'
import type { PolicyInForce } from '../current-policy.ts'
import type { DueProject } from './due-projects.ts'

/** How a replay of a project's history begins under these facts' level and thresholds. */
export function replayStart(
  facts: ProjectFacts,
  { kind }: DueProject,
  policy: Pick<PolicyInForce, 'settings'>,
  past: ProjectFacts['observation'],
): ReplayStart {
  const { level, thresholds, calming, expectedInterval, alertBeforeCatchUp } = facts
  const { caughtUpAt, usualInterval } = facts.observation
  return {
    level,
    thresholds,
    calming,
    interval: expectedInterval,
    alertBeforeCatchUp,
    caughtUpAt,
    catchUpLatency: thresholds?.latency ?? catchUpLatency(policy.settings, level, kind),
    observation: { ...past, usualInterval },
  }
}
