import type { UserId } from '@highwater/core'
import { resetPassword, resetSecondFactor, revokeSessions } from '@highwater/db/commands'
import { readAccountAccess } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation, type Operation } from '../../define-operation.ts'
import { id, time } from '../../wire.ts'

const accessAnswer = z
  .object({
    hasPassword: z.boolean(),
    passwordChangedAt: time.nullable(),
    passwordMustChange: z.boolean().describe('It was given to them and has not been replaced yet.'),
    isBreakGlass: z.boolean().describe('Keeps the password when local sign-in is off.'),
    lockedUntil: time.nullable(),
    secondFactorSince: time.nullable(),
    mustHaveSecondFactor: z.boolean(),
    recoveryCodesLeft: z.int(),
    sessions: z.array(
      z.object({
        id,
        createdAt: time,
        lastSeenAt: time,
        expiresAt: time,
        ip: z.string().nullable(),
        userAgent: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'AccountAccess' })

const read = defineOperation({
  method: 'GET',
  path: '/users/{id}/access',
  id: 'getUserAccess',
  tag: 'users',
  summary: 'Read by what somebody signs in, and where they are signed in',
  access: 'session.read',
  status: 200,
  answer: accessAnswer,
  handle: ({ services, viewer, params }) =>
    readAccountAccess(services.db, viewer, params.id as UserId),
})

const endSessions = defineOperation({
  method: 'DELETE',
  path: '/users/{id}/sessions',
  id: 'endUserSessions',
  tag: 'users',
  summary: 'Sign somebody out everywhere',
  access: 'session.revoke',
  status: 204,
  async handle({ context, params }) {
    await revokeSessions(context, { user: params.id as UserId })
  },
})

const givePassword = defineOperation({
  method: 'POST',
  path: '/users/{id}/initial-password',
  id: 'giveInitialPassword',
  tag: 'users',
  summary:
    'Give somebody an initial password, answered this once and replaced at the first sign-in',
  access: 'password.reset',
  status: 200,
  answer: z.object({ password: z.string(), expiresAt: time }),
  handle: ({ context, params }) => resetPassword(context, { user: params.id as UserId }),
})

const takeSecondFactor = defineOperation({
  method: 'DELETE',
  path: '/users/{id}/second-factor',
  id: 'removeSecondFactor',
  tag: 'users',
  summary: 'Take the second factor from somebody who has lost it',
  access: 'secondFactor.reset',
  status: 204,
  async handle({ context, params }) {
    await resetSecondFactor(context, { user: params.id as UserId })
  },
})

export const accessOperations: readonly Operation[] = [
  read,
  endSessions,
  givePassword,
  takeSecondFactor,
]
