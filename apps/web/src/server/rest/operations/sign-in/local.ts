import { secondFactorScopes } from '@highwater/core/account'
import { updateLocalSignIn, updateLocalSignInInput } from '@highwater/db/commands'
import { readLocalSignIn } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { id } from '../../wire.ts'

const localSignInAnswer = z
  .object({
    localSignIn: z
      .boolean()
      .describe('Off: only the administrators named here sign in with a password.'),
    secondFactorFor: z
      .enum(secondFactorScopes)
      .describe('Who needs a second factor after the password.'),
    administrators: z
      .array(
        z.object({
          id,
          name: z.string(),
          email: z.string(),
          isBreakGlass: z.boolean().describe('Keeps the password when local sign-in is off.'),
        }),
      )
      .describe('Active administrators who have a password.'),
  })
  .meta({ id: 'LocalSignIn' })

const read = defineOperation({
  method: 'GET',
  path: '/local-sign-in',
  id: 'getLocalSignIn',
  tag: 'sign-in',
  summary:
    'Read who signs in with a password; its rules, age, locks and sessions are under /parameters',
  access: 'signIn.read',
  status: 200,
  answer: localSignInAnswer,
  handle: ({ services, viewer }) => readLocalSignIn(services.db, viewer),
})

const update = defineOperation({
  method: 'PATCH',
  path: '/local-sign-in',
  id: 'updateLocalSignIn',
  tag: 'sign-in',
  summary:
    'Say who signs in with a password, who keeps theirs when that is off, and who needs a second factor; what is left out stays',
  access: 'signIn.write',
  status: 200,
  body: updateLocalSignInInput,
  answer: localSignInAnswer,
  async handle({ context, services, viewer, body }) {
    await updateLocalSignIn(context, body)
    return readLocalSignIn(services.db, viewer)
  },
})

export const localOperations = [read, update]
