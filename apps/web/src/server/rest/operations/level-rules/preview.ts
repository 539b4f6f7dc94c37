import { protectionLevels } from '@highwater/core/policy'
import { previewLevelRules, previewRuledAlerts, resultOf } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { id } from '../../wire.ts'
import { previewAnswer, toPreviewAnswer } from '../protection-levels/preview-answer.ts'

const level = z.enum(protectionLevels)

export const previewLevelRulesOperation = defineOperation({
  method: 'GET',
  path: '/level-rules/preview',
  id: 'previewLevelRules',
  tag: 'protection levels',
  summary:
    'Ask what applying the rules to the projects that there are would change: their levels, the alerts that would close or open at once, and how many the last 30 days would have seen',
  access: 'policy.update',
  status: 200,
  answer: previewAnswer.extend({
    ruled: z.int().describe('Projects that a rule speaks of.'),
    changing: z.int(),
    finished: z.int().describe('Left alone, for they are finished or released.'),
    examples: z.array(z.object({ id, name: z.string(), from: level, to: level })),
  }),
  async handle({ services, viewer }) {
    const levels = await previewLevelRules(services.db, viewer)
    const alerts = await resultOf(previewRuledAlerts(services.db, viewer))
    return { ...levels, ...toPreviewAnswer(alerts) }
  },
})
