import { setTimeout as pause } from 'node:timers/promises'
import type { Database, Sealer } from '@highwater/db/client'
import { evaluateDue } from '@highwater/db/queue'
import { seedChannel, seedProjects } from '@highwater/db/testing'
import { sendDirectly } from '../stack/sender.ts'
import { withStack } from '../stack/start-stack.ts'
import { withDatabase } from '../stack/with-database.ts'
import type { Sink } from './start-sink.ts'

interface Round {
  readonly alerts: number
  readonly channels: number
  readonly serverUrl: string
  readonly stop: AbortSignal
}

/** Lets that many alerts open, each of which owes a message to every channel, with no worker about. */
async function oweMessages(db: Database, { alerts }: Round): Promise<void> {
  // All of them go out one by one: storms are another matter.
  await db.sql`
    insert into parameter (key, value, version, changed_at, changed_by_name)
    values ('stormAlerts', 10000, 1, now(), 'bench')`
  const projects = await seedProjects(db, { count: alerts, namePrefix: 'project' })
  const sender = sendDirectly(db)
  for (const latencySeconds of [1, 412]) {
    const observedAt = new Date().toISOString()
    await sender.send(projects.map((project) => ({ project, observedAt, latencySeconds })))
  }
  const evaluate = () =>
    evaluateDue(db, {
      limit: 1_000,
      consoleUrl: 'http://127.0.0.1',
      onDefect: (_project, error) => {
        throw error
      },
    })
  while ((await evaluate()).more) {
    // Each round tells of a thousand projects.
  }
}

/** From the first claim to the last receipt, as the attempts say themselves. */
async function settledRate(db: Database): Promise<number> {
  const [row] = await db.sql<{ count: number; seconds: number }[]>`
    select count(*)::int as count,
      extract(epoch from max(n.settled_at) - min(a.started_at))::float8 as seconds
    from notification n join delivery_attempt a on a.notification_id = n.id
    where n.state = 'delivered'`
  if (!row) throw new Error('No attempt was recorded.')
  return row.count / row.seconds
}

async function untilSettled(db: Database, stop: AbortSignal): Promise<void> {
  for (;;) {
    const [open] = await db.sql`
      select from notification where state in ('pending', 'retrying', 'sending') limit 1`
    if (open === undefined) return
    stop.throwIfAborted()
    await pause(100)
  }
}

/**
 * Notifications per second through one worker, started as in earnest, every attempt on the disk before
 * the next message of the same alert could leave.
 */
export const rateOfProduct = (sink: Sink, round: Round): Promise<number> =>
  withDatabase(round.serverUrl, ({ url, db }) => {
    const prepare = async (sealer: Sealer) => {
      for (let index = 0; index < round.channels; index += 1) {
        const config = { url: `${sink.url}/hook/${index}` }
        await seedChannel(db, { kind: 'webhook', config, secrets: {}, sealer })
      }
      await oweMessages(db, round)
      await db.sql`vacuum analyze notification`
    }
    const { stop } = round
    return withStack({ databaseUrl: url, withWeb: false, stop, prepare }, async () => {
      await untilSettled(db, stop)
      return settledRate(db)
    })
  })
