import { protectionLevels } from '@highwater/core/policy'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { project } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { lookAgainAt } from '../look-again.ts'
import { describeLoaded, loadProject, projectResource } from './load-project.ts'

/** Puts one project under another protection level, whatever its state (P7). */
export const setProjectLevel = defineCommand({
  action: 'project.setLevel',
  input: z.strictObject({
    project: idInput<'project'>(),
    level: z.enum(protectionLevels),
    expectedVersion,
  }),
  load: (tx, input, context) => loadProject(tx, input.project, context),
  resource: projectResource,
  async change(tx, loaded, { level, expectedVersion: expected }, { now }) {
    const { id, version, level: present } = loaded.project
    expectVersion('project', version, expected, { id, version, ...describeLoaded(loaded) })
    if (level === present) return { result: { id, version }, unchanged: true }
    await tx
      .update(project)
      .set({ level, version: version + 1 })
      .where(eq(project.id, id))
    await lookAgainAt(tx, [id], now)
    const snapshots = { before: { protectionLevel: present }, after: { protectionLevel: level } }
    return {
      result: { id, version: version + 1 },
      audit: [auditOf('project.setLevel', loaded.project, snapshots)],
      topics: ['projects', `project:${id}`, 'evaluate'],
    }
  },
})
