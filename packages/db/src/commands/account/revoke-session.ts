import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { foundOne } from '../../queries/not-found.ts'
import { account, session } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { personResource } from './load-person.ts'

/** Ends one session: one's own, or anybody's for an admin. */
export const revokeSession = defineCommand({
  action: 'session.revoke',
  input: z.strictObject({ session: idInput<'session'>() }),
  async load(tx, input) {
    const rows = await tx
      .select({ session, person: { id: account.id, email: account.email } })
      .from(session)
      .innerJoin(account, eq(account.id, session.userId))
      .where(eq(session.id, input.session))
      .for('no key update', { of: session })
    return foundOne(rows, 'session')
  },
  resource: ({ person }) => personResource(person),
  hides: 'session',
  async change(tx, loaded, _input, { now }) {
    const { id, revokedAt } = loaded.session
    if (revokedAt !== null) return { result: { id }, unchanged: true }
    await tx.update(session).set({ revokedAt: now }).where(eq(session.id, id))
    const subject = { id: loaded.person.id, name: loaded.person.email }
    const { ip, userAgent } = loaded.session
    return {
      result: { id },
      audit: [auditOf('session.revoke', subject, { before: { ip, userAgent } })],
      topics: ['sessions'],
    }
  },
})
