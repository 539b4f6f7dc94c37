import { setProjectLevelsInput } from '@highwater/db/commands'
import { previewLevelChange, resultOf } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { previewAnswer, toPreviewAnswer } from '../protection-levels/preview-answer.ts'

export const previewLevelsOperation = defineOperation({
  method: 'POST',
  path: '/projects/protection-level/preview',
  id: 'previewProjectLevels',
  tag: 'projects',
  summary:
    'Ask what another protection level would do for these projects: alerts that would close or open at once, and how many the last 30 days would have seen, under the present and the new level',
  access: 'policy.read',
  status: 200,
  body: setProjectLevelsInput,
  answer: previewAnswer,
  handle: async ({ services, viewer, body }) =>
    toPreviewAnswer(await resultOf(previewLevelChange(services.db, viewer, body))),
})
