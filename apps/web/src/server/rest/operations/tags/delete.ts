import { deleteTag } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'
import { tagChanged } from './tag-changed.ts'

export const deleteTagOperation = defineOperation({
  method: 'DELETE',
  path: '/tags/{name}',
  id: 'deleteTag',
  tag: 'projects',
  summary: 'Delete a tag and take it off its projects; not while a rule or a scope names it',
  access: 'tag.write',
  status: 200,
  answer: tagChanged,
  handle: ({ context, params }) => deleteTag(context, { tag: params.name }),
})
