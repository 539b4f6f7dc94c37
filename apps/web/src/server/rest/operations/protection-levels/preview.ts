import { previewLevels, resultOf } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { previewAnswer, toPreviewAnswer } from './preview-answer.ts'
import { protectionLevelsBody } from './protection-levels-body.ts'

export const previewProtectionLevelsOperation = defineOperation({
  method: 'POST',
  path: '/protection-levels/preview',
  id: 'previewProtectionLevels',
  tag: 'protection levels',
  summary:
    'Ask what these values would do: alerts that would close or open at once, and how many latency and interruption alerts the last 30 days would have seen, day by day, under the old and the new values',
  access: 'policy.update',
  status: 200,
  body: protectionLevelsBody,
  answer: previewAnswer,
  handle: async ({ services, viewer, body }) =>
    toPreviewAnswer(await resultOf(previewLevels(services.db, viewer, body))),
})
