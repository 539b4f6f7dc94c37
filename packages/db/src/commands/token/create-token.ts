import { AppError, isPlainName, toIso, unseenInName } from '@highwater/core'
import { tokenScopes } from '@highwater/core/permissions'
import { z } from 'zod'
import { newId } from '../../client/new-id.ts'
import { instantInput, referenceInput } from '../../queries/inputs.ts'
import { apiToken } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { findDepartment } from '../find-department.ts'
import { personOf } from '../person-of.ts'
import { hashToken, hintOf, newToken } from './hash-token.ts'

const createTokenInput = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Give the token a name.')
    .max(100, 'Use at most 100 characters.')
    .refine(isPlainName, unseenInName),
  scope: z.enum(tokenScopes),
  /** An id or a name: the token reaches nothing outside it. */
  department: referenceInput.optional(),
  expiresAt: instantInput.nullable().optional(),
})

/**
 * Makes an API token and answers it, this once. It belongs to its maker, may never do more than they
 * may, and ends with their account; a department's token made by an admin belongs to nobody.
 */
export const createToken = defineCommand({
  action: 'token.create',
  input: createTokenInput,
  load: async (tx, input, { actor }) =>
    input.department === undefined ? null : findDepartment(tx, input.department, actor),
  resource: (department, _input, { actor }) => ({
    department: department?.id ?? null,
    owner: personOf(actor),
  }),
  async change(tx, department, input, { actor, now }) {
    const expiresAt = input.expiresAt ?? null
    if (expiresAt !== null && expiresAt <= now) {
      const message = `Choose a time to come: it is ${toIso(now)} now.`
      throw new AppError('invalid_input', message, { faults: [{ path: 'expiresAt', message }] })
    }
    const token = newToken()
    const isForDepartment = department !== null && actor.type === 'user' && actor.role === 'admin'
    const row = {
      id: newId<'token'>(),
      name: input.name,
      scope: input.scope,
      departmentId: department?.id ?? null,
      userId: isForDepartment ? null : personOf(actor),
      hash: hashToken(token),
      hint: hintOf(token),
      createdAt: now,
      expiresAt,
    }
    await tx.insert(apiToken).values(row)
    const after = {
      name: row.name,
      scope: row.scope,
      department: department?.name ?? null,
      owner: row.userId,
      expiresAt: expiresAt === null ? null : toIso(expiresAt),
    }
    return {
      result: { id: row.id, token, hint: row.hint },
      audit: [auditOf('token.create', row, { after })],
      topics: ['tokens'],
    }
  },
})
