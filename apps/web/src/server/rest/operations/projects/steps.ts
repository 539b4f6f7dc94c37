import { stepStates } from '@highwater/core/project'
import { listSteps } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { pageOfWhole, wholePageQuery } from '../../page-of-whole.ts'
import { pageOf, time } from '../../wire.ts'

const stepAnswer = z.object({
  name: z.string(),
  state: z.enum(stepStates),
  firstSeenAt: time,
  since: time.describe('Since when it has been in this state.'),
  updatedAt: time,
  isCurrent: z.boolean().describe('The newest signals are about this one.'),
})

export const listStepsOperation = defineOperation({
  method: 'GET',
  path: '/projects/{id}/steps',
  id: 'listProjectSteps',
  tag: 'projects',
  summary: 'List the steps of a project in the order in which they appeared',
  access: 'project.read',
  status: 200,
  query: wholePageQuery,
  answer: pageOf(stepAnswer),
  async handle({ context, viewer, params, query }) {
    return pageOfWhole(
      'listProjectSteps',
      await listSteps(context.db, viewer, params.id),
      ({ name }) => name,
      query,
    )
  },
})
