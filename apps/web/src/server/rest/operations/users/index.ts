import type { UserId } from '@highwater/core'
import {
  createUser,
  createUserInput,
  deleteUser,
  updateUser,
  updateUserInput,
} from '@highwater/db/commands'
import { getUser, listUsers } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation, type Operation } from '../../define-operation.ts'
import { pageOfWhole, wholePageFields } from '../../page-of-whole.ts'
import { versionField } from '../../version-field.ts'
import { pageOf } from '../../wire.ts'
import { accessOperations } from './access.ts'
import { userAnswer } from './user-answer.ts'

const list = defineOperation({
  method: 'GET',
  path: '/users',
  id: 'listUsers',
  tag: 'users',
  summary: 'List accounts and what they may do; how alerts reach the same people is under /people',
  access: 'user.read',
  status: 200,
  query: z.strictObject({
    ...wholePageFields,
    q: z.string().trim().max(200).optional().describe('Part of a name or an e-mail address.'),
  }),
  answer: pageOf(userAnswer),
  handle: async ({ services, viewer, query: { q, ...query } }) =>
    pageOfWhole(
      'listUsers',
      await listUsers(services.db, viewer, q === undefined ? {} : { q }),
      ({ id }) => id,
      query,
    ),
})

const get = defineOperation({
  method: 'GET',
  path: '/users/{id}',
  id: 'getUser',
  tag: 'users',
  summary: 'Read an account and what it may do',
  access: 'user.read',
  status: 200,
  answer: userAnswer,
  handle: ({ services, viewer, params }) => getUser(services.db, viewer, params.id as UserId),
})

const create = defineOperation({
  method: 'POST',
  path: '/users',
  id: 'createUser',
  tag: 'users',
  summary: 'Make an account, with an initial password or without one',
  access: 'user.write',
  status: 201,
  body: createUserInput,
  answer: userAnswer,
  async handle({ context, services, viewer, body }) {
    const { id } = await createUser(context, body)
    return getUser(services.db, viewer, id)
  },
})

const update = defineOperation({
  method: 'PATCH',
  path: '/users/{id}',
  id: 'updateUser',
  tag: 'users',
  summary: 'Change an account, its rights, or whether it may be used; what is left out stays',
  access: 'user.write',
  status: 200,
  body: updateUserInput.extend(versionField),
  answer: userAnswer,
  async handle({ context, services, viewer, params, body: { version, ...changes } }) {
    await updateUser(context, { ...changes, user: params.id, expectedVersion: version })
    return getUser(services.db, viewer, params.id as UserId)
  },
})

const remove = defineOperation({
  method: 'DELETE',
  path: '/users/{id}',
  id: 'deleteUser',
  tag: 'users',
  summary: 'Delete an account; projects that it owns go to somebody else or to nobody',
  access: 'user.write',
  status: 204,
  query: z.strictObject({
    handOverTo: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .describe('Who takes over what they own: an id or an e-mail address, or `nobody`.'),
  }),
  async handle({ context, params, query: { handOverTo } }) {
    const heir = handOverTo === 'nobody' ? null : handOverTo
    await deleteUser(context, { user: params.id, handOverTo: heir })
  },
})

export const userOperations: readonly Operation[] = [
  list,
  create,
  get,
  update,
  remove,
  ...accessOperations,
]
