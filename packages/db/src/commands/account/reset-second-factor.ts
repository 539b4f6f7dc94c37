import { z } from 'zod'
import { removeSecondFactor } from '../../auth/second-factor/set-up-device.ts'
import { idInput } from '../../queries/inputs.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { loadUser } from '../user/load-user.ts'
import { endSessions } from './end-sessions.ts'

/** Takes the second factor from somebody who has lost it. Whoever held the device is out. */
export const resetSecondFactor = defineCommand({
  action: 'secondFactor.reset',
  input: z.strictObject({ user: idInput<'user'>() }),
  load: async (tx, { user }, context) => (await loadUser(tx, user, context)).person,
  resource: ({ id, email }) => ({ subject: { id, name: email } }),
  async change(tx, person, _input, { now }) {
    const result = { id: person.id }
    if (!(await removeSecondFactor(tx, person.id))) return { result, unchanged: true }
    const endedSessions = await endSessions(tx, person.id, undefined, now)
    const subject = { id: person.id, name: person.email }
    const snapshots = {
      before: { secondFactor: 'in force' },
      after: { secondFactor: 'none', endedSessions },
    }
    return {
      result,
      audit: [auditOf('secondFactor.reset', subject, snapshots)],
      topics: ['people', 'sessions'],
    }
  },
})
