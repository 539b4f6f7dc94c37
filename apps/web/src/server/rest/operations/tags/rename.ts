import { tagName } from '@highwater/core/project'
import { renameTag } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { tagChanged } from './tag-changed.ts'

export const renameTagOperation = defineOperation({
  method: 'PATCH',
  path: '/tags/{name}',
  id: 'renameTag',
  tag: 'projects',
  summary: 'Give a tag another name on all projects, and in the rules and scopes that name it',
  access: 'tag.write',
  status: 200,
  body: z.strictObject({ name: tagName }),
  answer: tagChanged,
  handle: ({ context, params, body: { name } }) => renameTag(context, { tag: params.name, name }),
})
