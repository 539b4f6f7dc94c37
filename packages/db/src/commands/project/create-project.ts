import { randomBytes } from 'node:crypto'
import type { ProjectId } from '@highwater/core'
import { startingLevel } from '@highwater/core/policy'
import { createProjectInput } from '@highwater/core/project'
import { newId } from '../../client/new-id.ts'
import { homeOf } from '../../queries/home-of.ts'
import { readLevelRules } from '../../queue/level-rules.ts'
import { project, projectState } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { findDepartment } from '../find-department.ts'
import { findOwner } from '../find-owner.ts'
import { sqlOf } from '../sql-of.ts'
import { keepTags } from '../tag/keep-tags.ts'
import { unlessKeyTaken } from './external-key.ts'
import { describeProject } from './load-project.ts'
import { setMaintainers } from './set-maintainers.ts'

/** Makes a project; nothing is known of it until its first signal. */
export const createProject = defineCommand({
  action: 'project.create',
  input: createProjectInput,
  async load(tx, input, { actor }) {
    const department = await findDepartment(tx, input.department ?? homeOf(actor), actor)
    const rules = input.protectionLevel === undefined ? await readLevelRules(sqlOf(tx)) : []
    return { department, rules }
  },
  resource: ({ department }) => ({ department: department.id, owner: null }),
  async change(tx, { department, rules }, input, { now }) {
    // Only who may make projects learns whether there is such a person.
    const owner = input.owner === undefined ? null : await findOwner(tx, input.owner)
    await keepTags(tx, input.tags ?? [], now)
    const ruled = { department: department.id, tags: input.tags ?? [] }
    const id = newId<'project'>() satisfies ProjectId
    const row = {
      id,
      name: input.name,
      kind: input.kind,
      externalKey: input.externalKey ?? null,
      departmentId: department.id,
      ownerId: owner?.id ?? null,
      level: input.protectionLevel ?? startingLevel(rules, ruled, department.defaultLevel),
      sourceType: input.source?.type ?? null,
      targetType: input.target?.type ?? null,
      tags: input.tags ?? [],
      expectedIntervalSeconds: input.expectedIntervalSeconds ?? null,
      alertBeforeCatchUp: input.alertBeforeCatchUp ?? false,
      pingToken: randomBytes(24).toString('base64url'),
      sourceId: null,
      version: 1,
      createdAt: now,
      deletedAt: null,
    }
    await unlessKeyTaken(tx.insert(project).values(row), row.externalKey)
    await tx.insert(projectState).values({ projectId: id, state: 'unknown', incremental: false })
    const maintainers = await setMaintainers(tx, id, input.maintainers ?? [])
    const after = describeProject(row, department.name, owner?.email ?? null, maintainers)
    return {
      result: { id, version: row.version },
      audit: [auditOf('project.create', row, { after })],
      topics: ['projects', `project:${id}`],
    }
  },
})
