import { changePasswordInput } from '@highwater/core/account'
import { expectGoodPassword } from '../../auth/password/expect-good-password.ts'
import { verifyPassword } from '../../auth/password/hash-password.ts'
import { setPassword } from '../../auth/password/set-password.ts'
import { idInput } from '../../queries/inputs.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { personOf } from '../person-of.ts'
import { countingWrongProofs, expectUnlocked, WrongProof } from './count-wrong-proofs.ts'
import { endSessions } from './end-sessions.ts'
import { loadPerson, personResource } from './load-person.ts'

/** Changes the actor's own password and ends their sessions elsewhere; the one in use may stay. */
export const changeOwnPassword = countingWrongProofs(
  defineCommand({
    action: 'account.update',
    input: changePasswordInput.safeExtend({ keepSession: idInput<'session'>().optional() }),
    load: (tx, _input, { actor }) => loadPerson(tx, personOf(actor)),
    resource: personResource,
    async change(tx, person, { currentPassword, newPassword, keepSession }, context) {
      const { now } = context
      expectUnlocked(person, context)
      if (!(await verifyPassword(person.passwordHash, currentPassword))) {
        const message = 'This is not your present password.'
        throw new WrongProof(person.id, 'wrong_credentials', 'currentPassword', message)
      }
      await expectGoodPassword(tx, newPassword, person, 'newPassword')
      await setPassword(tx, person.id, newPassword, { mustChange: false, now })
      const endedSessions = await endSessions(tx, person.id, keepSession, now)
      const subject = { id: person.id, name: person.email }
      const after = { passwordChanged: true, endedSessions }
      return {
        result: { endedSessions },
        audit: [auditOf('account.update', subject, { after })],
        topics: ['sessions'],
      }
    },
  }),
)
