import { parseInput } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import type { z } from 'zod'
import type { Database } from '../../client/connect.ts'
import { expectVersion } from '../../commands/expect-version.ts'
import { reasonAgainst } from '../../commands/project/level-not-set.ts'
import { readChosenProjects } from '../../commands/project/load-projects.ts'
import { setProjectLevelsInput } from '../../commands/project/set-project-levels.ts'
import { readPolicyInForce } from '../../queue/current-policy.ts'
import { readRuleChanges } from '../level-rule/ruled-projects.ts'
import { permit } from '../permit.ts'
import { previewLevelsInput } from './proposal.ts'
import { type PreviewNews, wonder } from './wonder.ts'

/**
 * What saving these protection levels would do: alerts that would close or open at once, and how many
 * each of the last thirty days would have seen. Writes nothing.
 * @param timeZone where days begin at midnight
 * @throws AppError `forbidden`, `invalid_input`, or `conflict` when the levels were changed meanwhile
 */
export async function* previewLevels(
  db: Database,
  viewer: Actor,
  rawInput: z.input<typeof previewLevelsInput>,
  timeZone = 'UTC',
): AsyncGenerator<PreviewNews> {
  permit(viewer, 'policy.update')
  const { version, high, medium, low } = parseInput(previewLevelsInput, rawInput)
  const present = await readPolicyInForce(db.sql)
  const current = { ...present.settings, version: present.version }
  expectVersion('set of protection levels', present.version, version, current)
  yield* wonder(db, { changes: 'settings', settings: { high, medium, low } }, timeZone)
}

/**
 * What giving these projects another level would do. Projects whose level this viewer could not set
 * are left out, as they would be when it is set. Writes nothing.
 * @param timeZone where days begin at midnight
 * @throws AppError `invalid_input`
 */
export async function* previewLevelChange(
  db: Database,
  viewer: Actor,
  rawInput: z.input<typeof setProjectLevelsInput>,
  timeZone = 'UTC',
): AsyncGenerator<PreviewNews> {
  permit(viewer, 'policy.read')
  const { level, ...choice } = parseInput(setProjectLevelsInput, rawInput)
  const chosen = await readChosenProjects(db.orm, viewer, choice, 'project.setLevel')
  const projects = chosen.filter((row) => reasonAgainst(row, level) === null)
  const levels = new Map(projects.map(({ id }) => [id, level]))
  yield* wonder(db, { changes: 'levels', levels }, timeZone)
}

/**
 * What applying the level rules to the projects that there are would do to their alerts. Writes nothing.
 * @param timeZone where days begin at midnight
 */
export async function* previewRuledAlerts(
  db: Database,
  viewer: Actor,
  timeZone = 'UTC',
): AsyncGenerator<PreviewNews> {
  permit(viewer, 'policy.update')
  const { changing } = await readRuleChanges(db.sql)
  const levels = new Map(changing.map(({ id, wanted }) => [id, wanted]))
  yield* wonder(db, { changes: 'levels', levels }, timeZone)
}
