import { updateProjectInput } from '@highwater/core/project'
import { eq } from 'drizzle-orm'
import { idInput } from '../../queries/inputs.ts'
import { project } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { findOwner } from '../find-owner.ts'
import { lookAgainAt } from '../look-again.ts'
import { isSame } from '../same.ts'
import { keepTags } from '../tag/keep-tags.ts'
import { unlessKeyTaken } from './external-key.ts'
import { describeLoaded, describeProject, loadProject, projectResource } from './load-project.ts'
import { setMaintainers } from './set-maintainers.ts'

/** Changes what people say of a project; fields that are left out stay, null unsets. */
export const updateProject = defineCommand({
  action: 'project.update',
  input: updateProjectInput.extend({ project: idInput<'project'>(), expectedVersion }),
  load: (tx, input, context) => loadProject(tx, input.project, context),
  resource: projectResource,
  async change(tx, loaded, input, { now }) {
    const { project: present, departmentName, ownerEmail } = loaded
    const before = describeLoaded(loaded)
    const current = { id: present.id, version: present.version, ...before }
    expectVersion('project', present.version, input.expectedVersion, current)
    const owner = input.owner ? await findOwner(tx, input.owner) : null
    const endpoint = (given: { type: string } | null | undefined, stored: string | null) =>
      given === undefined ? stored : (given?.type ?? null)
    const columns = {
      name: input.name ?? present.name,
      externalKey: input.externalKey === undefined ? present.externalKey : input.externalKey,
      ownerId: input.owner === undefined ? present.ownerId : (owner?.id ?? null),
      sourceType: endpoint(input.source, present.sourceType),
      targetType: endpoint(input.target, present.targetType),
      tags: input.tags ?? present.tags,
      expectedIntervalSeconds:
        input.expectedIntervalSeconds === undefined
          ? present.expectedIntervalSeconds
          : input.expectedIntervalSeconds,
      alertBeforeCatchUp: input.alertBeforeCatchUp ?? present.alertBeforeCatchUp,
    }
    const row = { ...present, ...columns }
    const result = { id: present.id, version: present.version + 1 }
    const maintainers =
      input.maintainers === undefined
        ? loaded.maintainers
        : await setMaintainers(tx, present.id, input.maintainers)
    if (isSame(row, present) && isSame(maintainers, loaded.maintainers))
      return { result: { ...result, version: present.version }, unchanged: true }
    await keepTags(tx, input.tags ?? [], now)
    const change = tx
      .update(project)
      .set({ ...columns, version: result.version })
      .where(eq(project.id, present.id))
    await unlessKeyTaken(change, row.externalKey)
    // The rules read two of these fields: whether time alone moves an alert may have changed.
    await lookAgainAt(tx, [present.id], now)
    const ownerNow = input.owner === undefined ? ownerEmail : (owner?.email ?? null)
    const after = describeProject(row, departmentName, ownerNow, maintainers)
    return {
      result,
      audit: [auditOf('project.update', row, { before, after })],
      topics: ['projects', `project:${present.id}`, 'evaluate'],
    }
  },
})
