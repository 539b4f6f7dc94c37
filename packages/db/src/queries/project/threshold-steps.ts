import { type Instant, toSeconds } from '@highwater/core'
import {
  type ProtectionLevel,
  type ProtectionLevelSettings,
  thresholdsFor,
} from '@highwater/core/policy'
import type { ProjectKind } from '@highwater/core/project'

/** A latency threshold from a moment on; null under "No Protection". */
export interface ThresholdStep {
  readonly at: Instant
  readonly seconds: number | null
  readonly level: ProtectionLevel
  readonly policyVersion: number
}

export interface PolicyEdit {
  readonly at: Instant
  readonly version: number
  readonly settings: ProtectionLevelSettings
}

export interface LevelChange {
  readonly at: Instant
  readonly before: ProtectionLevel
}

/** What a project's level was at `at`, told from what it is now and what it was before each change. */
function levelAt(at: Instant, current: ProtectionLevel, changes: readonly LevelChange[]) {
  return changes.find((change) => change.at > at)?.before ?? current
}

/**
 * The latency threshold of one project over a range. `policies` holds the version in force at `from`
 * and all later ones, `changes` the level changes since `from`; both oldest first.
 */
export function thresholdSteps(
  range: { readonly from: Instant; readonly to: Instant },
  project: { readonly kind: ProjectKind; readonly level: ProtectionLevel },
  policies: readonly PolicyEdit[],
  changes: readonly LevelChange[],
): ThresholdStep[] {
  const moments = [
    range.from,
    ...policies.map((policy) => policy.at),
    ...changes.map((change) => change.at),
  ].filter((at) => at >= range.from && at <= range.to)
  const steps: ThresholdStep[] = []
  for (const at of [...new Set(moments)].sort((a, b) => a - b)) {
    const policy = policies.findLast((candidate) => candidate.at <= at) ?? policies[0]
    if (policy === undefined) continue
    const level = levelAt(at, project.level, changes)
    const thresholds = thresholdsFor(policy.settings, level, project.kind)
    const seconds = thresholds && toSeconds(thresholds.latency)
    const previous = steps.at(-1)
    if (previous !== undefined && previous.seconds === seconds) continue
    steps.push({ at, seconds, level, policyVersion: policy.version })
  }
  return steps
}
