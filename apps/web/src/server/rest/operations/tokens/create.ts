import { tokenScopes } from '@highwater/core/permissions'
import { createToken } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { id } from '../../wire.ts'

const createdTokenAnswer = z
  .object({
    id,
    name: z.string(),
    scope: z.enum(tokenScopes),
    hint: z.string(),
    expiresAt: z.string().nullable(),
    token: z.string().describe('The token itself: shown this once.'),
  })
  .meta({ id: 'CreatedToken' })

export const createTokenOperation = defineOperation({
  method: 'POST',
  path: '/tokens',
  id: 'createToken',
  tag: 'tokens',
  summary: 'Create an API token; it is shown once, in this answer',
  access: 'token.create',
  status: 201,
  body: z.strictObject({
    name: z.string().trim().min(1, 'Give the token a name.').max(100),
    scope: z.enum(tokenScopes),
    department: z.string().trim().min(1).max(200).optional().describe('An id or a name.'),
    expiresAt: z.iso
      .datetime({ offset: true, error: 'Use an ISO 8601 time such as 2026-01-31T12:00:00Z.' })
      .nullable()
      .optional(),
  }),
  answer: createdTokenAnswer,
  async handle({ context, body }) {
    const { name, scope, expiresAt = null } = body
    return { ...(await createToken(context, body)), name, scope, expiresAt }
  },
})
