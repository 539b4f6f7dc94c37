import { tokenScopes } from '@highwater/core/permissions'
import { z } from 'zod'
import { id, time } from '../../wire.ts'

export const tokenAnswer = z
  .object({
    id,
    name: z.string(),
    scope: z.enum(tokenScopes),
    department: id.nullable(),
    user: id.nullable(),
    userName: z.string().nullable(),
    hint: z.string().describe('Its first characters, to recognise it by.'),
    createdAt: time,
    expiresAt: time.nullable(),
    revokedAt: time.nullable(),
    lastUsedAt: time.nullable(),
  })
  .meta({ id: 'Token' })
