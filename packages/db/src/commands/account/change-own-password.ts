import { AppError } from '@highwater/core'
import { changePasswordInput } from '@highwater/core/account'
import { eq } from 'drizzle-orm'
import { hashPassword, verifyPassword } from '../../auth/password.ts'
import { idInput } from '../../queries/inputs.ts'
import { account } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { personOf } from '../person-of.ts'
import { endSessions } from './end-sessions.ts'
import { loadPerson, personResource } from './load-person.ts'

/** Changes the actor's own password and ends their sessions elsewhere; the one in use may stay. */
export const changeOwnPassword = defineCommand({
  action: 'account.update',
  input: changePasswordInput.safeExtend({ keepSession: idInput<'session'>().optional() }),
  load: (tx, _input, { actor }) => loadPerson(tx, personOf(actor)),
  resource: personResource,
  async change(tx, person, { currentPassword, newPassword, keepSession }, { now }) {
    if (!(await verifyPassword(person.passwordHash, currentPassword))) {
      const message = 'This is not your present password.'
      throw new AppError('invalid_input', message, {
        faults: [{ path: 'currentPassword', message }],
      })
    }
    await tx
      .update(account)
      .set({ passwordHash: await hashPassword(newPassword), version: person.version + 1 })
      .where(eq(account.id, person.id))
    const endedSessions = await endSessions(tx, person.id, keepSession, now)
    const subject = { id: person.id, name: person.email }
    const after = { passwordChanged: true, endedSessions }
    return {
      result: { endedSessions },
      audit: [auditOf('account.update', subject, { after })],
      topics: ['sessions'],
    }
  },
})
