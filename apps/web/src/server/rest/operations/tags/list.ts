import { listTags } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { pageOf, time, whole } from '../../wire.ts'

const tagAnswer = z.object({
  name: z.string(),
  projects: z.int().describe('How many projects have it.'),
  createdAt: time,
})

export const listTagsOperation = defineOperation({
  method: 'GET',
  path: '/tags',
  id: 'listTags',
  tag: 'projects',
  summary: 'List all tags and how many projects have each',
  access: 'tag.read',
  status: 200,
  answer: pageOf(tagAnswer),
  async handle({ context, viewer }) {
    return whole(await listTags(context.db, viewer))
  },
})
