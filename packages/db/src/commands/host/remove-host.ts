import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { foundOne } from '../../queries/not-found.ts'
import { closeAlertsAbout } from '../../queue/standing/close-alerts-about.ts'
import { host } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { cancelUnsent } from '../cancel-unsent.ts'
import { defineCommand } from '../define-command.ts'
import { sqlOf } from '../sql-of.ts'
import { hostName } from './record-heartbeat.ts'

/** Takes a host off the list, its alerts with it. One that reports again is registered anew. */
export const removeHost = defineCommand({
  action: 'host.delete',
  input: z.strictObject({ host: hostName }),
  async load(tx, { host: name }) {
    const living = and(eq(host.name, name), isNull(host.deletedAt))
    return foundOne(await tx.select().from(host).where(living).for('update'), 'host')
  },
  resource: (row) => ({ subject: row }),
  async change(tx, { id, name, lastSeenAt, isOwn }, _input, { now, consoleUrl }) {
    await tx.update(host).set({ deletedAt: now, dueAt: null }).where(eq(host.id, id))
    await cancelUnsent(tx, { alertsOfHost: id, reason: 'host_removed' }, now)
    const removal = { reason: 'object_removed', now, consoleUrl } as const
    await closeAlertsAbout(sqlOf(tx), 'host_id', id, removal)
    return {
      result: { id },
      audit: [auditOf('host.delete', { id, name }, { before: { name, isOwn, lastSeenAt } })],
      topics: ['hosts', 'alerts', 'deliver', 'deliveries'],
    }
  },
})
