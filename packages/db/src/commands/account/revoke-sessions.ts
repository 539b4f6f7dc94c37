import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { personOf } from '../person-of.ts'
import { endSessions } from './end-sessions.ts'
import { loadPerson, personResource } from './load-person.ts'

/** Ends all sessions of a person: one's own (the one in use may stay), or anybody's for an admin. */
export const revokeSessions = defineCommand({
  action: 'session.revoke',
  input: z.strictObject({
    user: idInput<'user'>().optional(),
    keepSession: idInput<'session'>().optional(),
  }),
  load: (tx, input, { actor }) => loadPerson(tx, input.user ?? personOf(actor)),
  resource: personResource,
  hides: 'account',
  async change(tx, person, { keepSession }, { now }) {
    const endedSessions = await endSessions(tx, person.id, keepSession, now)
    if (endedSessions === 0) return { result: { endedSessions }, unchanged: true }
    const subject = { id: person.id, name: person.email }
    return {
      result: { endedSessions },
      audit: [auditOf('session.revoke', subject, { before: { sessions: endedSessions } })],
      topics: ['sessions'],
    }
  },
})
