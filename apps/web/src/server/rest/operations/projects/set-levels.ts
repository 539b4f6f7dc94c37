import { setProjectLevels, setProjectLevelsInput } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'
import { levelsSetAnswer } from './levels-set-answer.ts'

export const setLevelsOperation = defineOperation({
  method: 'POST',
  path: '/projects/protection-level',
  id: 'setProtectionLevels',
  tag: 'projects',
  summary: 'Put many projects under another protection level, by ids or by a filter',
  access: 'project.setLevel',
  status: 200,
  body: setProjectLevelsInput,
  answer: levelsSetAnswer,
  handle: ({ context, body }) => setProjectLevels(context, body),
})
