import { AppError, hours, plus, toIso } from '@highwater/core'
import { z } from 'zod'
import { expectGoodPassword } from '../../auth/password/expect-good-password.ts'
import { setPassword } from '../../auth/password/set-password.ts'
import { newReadableSecret } from '../../auth/readable-secret.ts'
import { idInput } from '../../queries/inputs.ts'
import { readParameters } from '../../queue/read-parameters.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { personOf } from '../person-of.ts'
import { sqlOf } from '../sql-of.ts'
import { loadUser } from '../user/load-user.ts'
import { endSessions } from './end-sessions.ts'

/**
 * Gives somebody an initial password and answers it, this once. It holds for some days and has to be
 * replaced at the first sign-in; whoever was locked out may try again.
 */
export const resetPassword = defineCommand({
  action: 'password.reset',
  input: z.strictObject({ user: idInput<'user'>() }),
  load: async (tx, { user }, context) => (await loadUser(tx, user, context)).person,
  resource: ({ id, email }) => ({ subject: { id, name: email } }),
  async change(tx, person, _input, { actor, now }) {
    if (person.id === personOf(actor)) {
      throw new AppError('conflict', 'Change your own password under "My account".')
    }
    const { initialPasswordDays, passwordLeastLength } = await readParameters(sqlOf(tx))
    const password = newReadableSecret(passwordLeastLength)
    await expectGoodPassword(tx, password, person, 'password')
    const expiresAt = plus(now, hours(24 * initialPasswordDays))
    await setPassword(tx, person.id, password, { mustChange: true, now })
    const endedSessions = await endSessions(tx, person.id, undefined, now)
    const subject = { id: person.id, name: person.email }
    const after = { initialUntil: toIso(expiresAt), endedSessions }
    return {
      result: { password, expiresAt },
      audit: [auditOf('password.reset', subject, { after })],
      topics: ['people', 'sessions'],
    }
  },
})
