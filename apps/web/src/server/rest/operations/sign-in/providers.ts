import type { SignInProviderId } from '@highwater/core'
import { clientSecret, providerFields } from '@highwater/core/sign-in'
import {
  type CommandContext,
  createProviderFields,
  createSignInProvider,
  deleteSignInProvider,
  updateSignInProvider,
} from '@highwater/db/commands'
import { getSignInProvider, listSignInProviders } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { pageOfWhole, wholePageQuery } from '../../page-of-whole.ts'
import { versionField } from '../../version-field.ts'
import { pageOf } from '../../wire.ts'
import { providerAnswer } from './sign-in-answers.ts'

const tag = 'sign-in'

const read = ({ db, actor }: CommandContext, id: string) =>
  getSignInProvider(db, actor, id as SignInProviderId)

const listOperation = defineOperation({
  method: 'GET',
  path: '/sign-in-providers',
  id: 'listSignInProviders',
  tag,
  summary: 'List the OpenID providers of the console',
  access: 'signIn.read',
  status: 200,
  query: wholePageQuery,
  answer: pageOf(providerAnswer),
  handle: async ({ services, viewer, query }) =>
    pageOfWhole(
      'listSignInProviders',
      await listSignInProviders(services.db, viewer),
      ({ id }) => id,
      query,
    ),
})

const createOperation = defineOperation({
  method: 'POST',
  path: '/sign-in-providers',
  id: 'createSignInProvider',
  tag,
  summary: 'Add an OpenID provider that people may sign in through',
  access: 'signIn.write',
  status: 201,
  body: z.strictObject(createProviderFields),
  answer: providerAnswer,
  async handle({ context, body }) {
    const { id } = await createSignInProvider(context, body)
    return read(context, id)
  },
})

const getOperation = defineOperation({
  method: 'GET',
  path: '/sign-in-providers/{id}',
  id: 'getSignInProvider',
  tag,
  summary: 'Read an OpenID provider',
  access: 'signIn.read',
  status: 200,
  answer: providerAnswer,
  handle: ({ context, params }) => read(context, params.id),
})

const updateOperation = defineOperation({
  method: 'PATCH',
  path: '/sign-in-providers/{id}',
  id: 'updateSignInProvider',
  tag,
  summary: 'Change an OpenID provider; what is left out stays, the client secret too',
  access: 'signIn.write',
  status: 200,
  body: z
    .strictObject({ ...providerFields, clientSecret })
    .partial()
    .extend(versionField),
  answer: providerAnswer,
  async handle({ context, params, body: { version, ...changes } }) {
    await updateSignInProvider(context, {
      ...changes,
      provider: params.id,
      expectedVersion: version,
    })
    return read(context, params.id)
  },
})

const deleteOperation = defineOperation({
  method: 'DELETE',
  path: '/sign-in-providers/{id}',
  id: 'deleteSignInProvider',
  tag,
  summary: 'Delete an OpenID provider; accounts stay, sessions that came through it end',
  access: 'signIn.write',
  status: 204,
  async handle({ context, params }) {
    await deleteSignInProvider(context, { provider: params.id })
  },
})

export const providerOperations = [
  listOperation,
  createOperation,
  getOperation,
  updateOperation,
  deleteOperation,
]
