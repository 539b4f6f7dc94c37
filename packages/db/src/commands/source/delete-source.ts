import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { project, source } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { cancelUnsent } from '../cancel-unsent.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { lookAgainAt } from '../look-again.ts'
import { closeSourceAlerts } from './close-source-alerts.ts'
import { describeSource, loadSource, sourceResource } from './load-source.ts'

/**
 * Deletes a source and the projects that it found: nobody else brings signals for them, and each
 * would raise `no_signal`. Their history stays.
 */
export const deleteSource = defineCommand({
  action: 'source.write',
  input: z.strictObject({ source: idInput<'source'>(), expectedVersion }),
  load: (tx, input, context) => loadSource(tx, input.source, context),
  resource: sourceResource,
  async change(tx, present, input, context) {
    const { now, sealer } = context
    const { id, version } = present
    const described = describeSource(present, sealer.open(present.sealedSecrets))
    expectVersion('source', version, input.expectedVersion, { id, version, ...described })
    await tx
      .update(source)
      .set({
        deletedAt: now,
        enabled: false,
        nextCollectAt: null,
        sealedSecrets: sealer.seal({}),
        version: version + 1,
      })
      .where(eq(source.id, id))
    const found = await tx
      .update(project)
      .set({ deletedAt: now, version: sql`${project.version} + 1` })
      .where(and(eq(project.sourceId, id), isNull(project.deletedAt)))
      .returning({ id: project.id })
    const projectIds = found.map((row) => row.id)
    await lookAgainAt(tx, projectIds, now)
    await cancelUnsent(tx, { alertsOf: id, reason: 'source_deleted' }, now)
    await cancelUnsent(tx, { repeatsOf: projectIds, reason: 'project_deleted' }, now)
    await closeSourceAlerts(tx, id, context)
    const before = { ...described, projects: found.length }
    return {
      result: { id, deletedProjects: found.length },
      audit: [
        auditOf('source.write', present, { before }, { operation: 'deletion', risk: 'critical' }),
      ],
      topics: ['sources', 'projects', 'alerts', 'evaluate', 'deliver', 'deliveries'],
    }
  },
})
