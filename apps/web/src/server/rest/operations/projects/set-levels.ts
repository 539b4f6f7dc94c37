import { setProjectLevels, setProjectLevelsInput } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { id } from '../../wire.ts'

export const setLevelsOperation = defineOperation({
  method: 'POST',
  path: '/projects/protection-level',
  id: 'setProtectionLevels',
  tag: 'projects',
  summary: 'Put many projects under another protection level, by ids or by a filter',
  access: 'project.setLevel',
  status: 200,
  body: setProjectLevelsInput,
  answer: z.object({
    changed: z.int(),
    unchanged: z.array(
      z.object({
        project: id,
        code: z.enum(['not_found', 'finished', 'same_level', 'forbidden']),
        message: z.string(),
      }),
    ),
  }),
  handle: ({ context, body }) => setProjectLevels(context, body),
})
