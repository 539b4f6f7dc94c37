import type { Instant, Millis, ProjectId } from '@highwater/core'
import { type Condition, evaluate, type Finding } from '@highwater/core/alert'
import type { Actor } from '@highwater/core/permissions'
import type { ProtectionLevel, ProtectionLevelSettings, Thresholds } from '@highwater/core/policy'
import type { Observation, ProjectKind } from '@highwater/core/project'
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { alert } from '../../schema/index.ts'
import { type AlertItem, selectAlerts, shortIdOf, toAlertItem } from '../alert/item.ts'
import { isOpen } from '../alert/list.ts'
import { readCurrentPolicy } from '../policy/current.ts'
import { type Reader, readTogether } from '../reader.ts'
import { type ProjectDetail, readProject } from './get.ts'
import { readFacts } from './observation.ts'
import { readSteps, type StepSeen } from './steps.ts'

/** Where a threshold comes from: the level's common value, or its own for this kind of project. */
export type ThresholdOrigin = 'level' | 'kind'

export interface ThresholdsInForce extends Thresholds {
  readonly level: ProtectionLevel
  readonly policyVersion: number
  readonly latencyFrom: ThresholdOrigin
  readonly interruptionFrom: ThresholdOrigin
}

export interface DismissedCondition {
  readonly condition: Condition
  readonly shortId: string
  readonly by: string
  /** It is told again then, if it never ends and no stricter level is set. */
  readonly until: Instant
}

export interface ProjectPage {
  readonly now: Instant
  readonly project: ProjectDetail
  readonly observation: Observation
  /** The interval by which its silence is judged: declared, else measured. */
  readonly interval: Millis | null
  readonly isSourceDown: boolean
  /** What is found of each condition right now: the answer to "why is there no alert?". */
  readonly findings: Readonly<Record<Condition, Finding>>
  /** What somebody closed although it stood: why there is a breach and no alert of it. */
  readonly dismissed: readonly DismissedCondition[]
  /** Null under "No Protection". */
  readonly thresholds: ThresholdsInForce | null
  readonly openAlerts: readonly AlertItem[]
  readonly recentAlerts: readonly AlertItem[]
  readonly steps: readonly StepSeen[]
}

const recentAlertCount = 20

function inForce(
  thresholds: Thresholds | null,
  project: { readonly level: ProtectionLevel; readonly kind: ProjectKind },
  policy: { readonly version: number; readonly settings: ProtectionLevelSettings },
): ThresholdsInForce | null {
  if (thresholds === null || project.level === 'none') return null
  const own = policy.settings[project.level].overrides?.[project.kind]
  return {
    ...thresholds,
    level: project.level,
    policyVersion: policy.version,
    latencyFrom: own?.latencySeconds === undefined ? 'level' : 'kind',
    interruptionFrom: own?.interruptionSeconds === undefined ? 'level' : 'kind',
  }
}

async function readDismissed(db: Reader, id: ProjectId): Promise<DismissedCondition[]> {
  const { condition, number, closedByName, dismissedUntil } = alert
  const rows = await db
    .select({ condition, number, by: closedByName, until: dismissedUntil })
    .from(alert)
    .where(and(eq(alert.projectId, id), sql`${dismissedUntil} > now()`))
  return rows.flatMap((row) =>
    row.condition === null || row.until === null
      ? []
      : [
          {
            condition: row.condition,
            shortId: shortIdOf(row.number),
            by: row.by ?? '',
            until: row.until,
          },
        ],
  )
}

/**
 * Everything on a project's page but its chart, read at one moment.
 * @throws AppError `not_found`, also for what the viewer may not see
 */
export async function readProjectPage(
  db: Database,
  viewer: Actor,
  id: ProjectId,
): Promise<ProjectPage> {
  return readTogether(db, async (tx) => {
    const project = await readProject(tx, viewer, id)
    const policy = await readCurrentPolicy(tx)
    const { facts, observation } = await readFacts(tx, id, policy)
    const ofProject = eq(alert.projectId, id)
    const open = await selectAlerts(tx, and(ofProject, isOpen)).orderBy(desc(alert.openedAt))
    const recent = await selectAlerts(tx, and(ofProject, isNotNull(alert.closedAt)))
      .orderBy(desc(alert.openedAt), desc(alert.id))
      .limit(recentAlertCount)
    return {
      now: policy.now,
      project,
      observation,
      interval: facts.expectedInterval ?? observation.usualInterval,
      isSourceDown: facts.sourceDown,
      findings: evaluate(facts, policy.now).findings,
      dismissed: await readDismissed(tx, id),
      thresholds: inForce(facts.thresholds, { level: facts.level, kind: project.kind }, policy),
      openAlerts: open.map(toAlertItem),
      recentAlerts: recent.map(toAlertItem),
      steps: await readSteps(tx, id),
    }
  })
}
