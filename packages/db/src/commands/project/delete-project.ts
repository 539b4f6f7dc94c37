import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { buryProjects } from './bury-projects.ts'
import { describeLoaded, loadProject, projectResource } from './load-project.ts'

/**
 * Deletes a project. Its history stays; the worker closes its alerts at once and tells those who
 * had heard of them.
 */
export const deleteProject = defineCommand({
  action: 'project.delete',
  input: z.strictObject({ project: idInput<'project'>(), expectedVersion }),
  load: (tx, input, context) => loadProject(tx, input.project, context),
  resource: projectResource,
  async change(tx, loaded, input, { now }) {
    const { id, version } = loaded.project
    const before = describeLoaded(loaded)
    expectVersion('project', version, input.expectedVersion, { id, version, ...before })
    await buryProjects(tx, [id], now)
    return {
      result: { id },
      audit: [auditOf('project.delete', loaded.project, { before })],
      topics: ['projects', `project:${id}`, 'evaluate', 'deliveries'],
    }
  },
})
