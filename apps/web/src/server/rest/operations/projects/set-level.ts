import { protectionLevels } from '@highwater/core/policy'
import { setProjectLevel } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { versionField } from '../../version-field.ts'
import { projectDetailAnswer } from './project-answer.ts'
import { readProject } from './read-project.ts'

export const setLevelOperation = defineOperation({
  method: 'PUT',
  path: '/projects/{id}/protection-level',
  id: 'setProjectProtectionLevel',
  tag: 'projects',
  summary: 'Put a project under another protection level',
  access: 'project.setLevel',
  status: 200,
  body: z.strictObject({ level: z.enum(protectionLevels), ...versionField }),
  answer: projectDetailAnswer,
  async handle({ context, params, body: { level, version } }) {
    await setProjectLevel(context, { project: params.id, level, expectedVersion: version })
    return readProject(context, params.id)
  },
})
