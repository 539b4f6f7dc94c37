import { millis } from '@highwater/core'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { reportHost } from '../../queue/hosts/report-host.ts'
import { host } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { sqlOf } from '../sql-of.ts'

const longestName = 200

/** The name of a machine as it calls itself, such as its host name. */
export const hostName = z
  .string('Name the host.')
  .trim()
  .min(1, 'Name the host.')
  .max(longestName, `Use at most ${longestName} characters.`)
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N}._:-]*$/u,
    'Use letters, digits, dots, hyphens, underscores and colons, and begin with a letter or digit.',
  )

const fraction = 'Send a fraction from 0 to 1.'
const figure = z.number(fraction).min(0, fraction).max(1, fraction).nullable().optional()

export const heartbeatFigures = { cpu: figure, memory: figure, disk: figure }

/**
 * Takes a host's heartbeat in. A host that nobody knew is registered, which is audited; its further
 * heartbeats are not: they change nothing that anybody has set.
 */
export const recordHeartbeat = defineCommand({
  action: 'host.write',
  input: z.strictObject({ host: hostName, ...heartbeatFigures }),
  load: (tx, { host: name }) =>
    tx
      .select({ id: host.id })
      .from(host)
      .where(and(eq(host.name, name), isNull(host.deletedAt))),
  resource: () => ({}),
  async change(tx, [known], { host: name, cpu = null, memory = null, disk = null }) {
    const figures = { cpu, memory, disk }
    const report = { name, isOwn: false, figures, unlessWithin: millis(0) }
    const id = await reportHost(sqlOf(tx), report)
    if (id === null) throw new Error('A heartbeat was left to others though nobody else was asked.')
    if (known !== undefined) return { result: { id, name }, unchanged: true }
    return {
      result: { id, name },
      audit: [auditOf('host.write', { id, name }, { after: { name } }, { operation: 'creation' })],
      topics: ['hosts'],
    }
  },
})
