import { listTags } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { pageOfWhole, wholePageQuery } from '../../page-of-whole.ts'
import { pageOf, time } from '../../wire.ts'

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
  query: wholePageQuery,
  answer: pageOf(tagAnswer),
  async handle({ context, viewer, query }) {
    return pageOfWhole('listTags', await listTags(context.db, viewer), ({ name }) => name, query)
  },
})
