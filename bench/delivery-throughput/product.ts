import { setTimeout as pause } from 'node:timers/promises'
import { type Database, publishFrom, type Sealer } from '@highwater/db/client'
import { evaluateDue } from '@highwater/db/queue'
import { seedChannel, seedProjects } from '@highwater/db/testing'
import { sendDirectly } from '../stack/sender.ts'
import { withStack } from '../stack/start-stack.ts'
import { withDatabase } from '../stack/with-database.ts'
import { type Load, postsOf, warmUps } from './load.ts'
import type { Sink } from './start-sink.ts'

interface Round extends Load {
  readonly serverUrl: string
  readonly stop: AbortSignal
}

/** Lets that many alerts open, each of which owes a message to every channel. */
async function oweMessages(db: Database, alerts: number, namePrefix: string): Promise<void> {
  const projects = await seedProjects(db, { count: alerts, namePrefix })
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

/** Until the outbox is complete, no robot's turn has come. */
const holdBack = (db: Database) => db.sql`
  insert into channel_bucket (key, sent_at, opens_at)
  select budget_key, '{}', now() + interval '1 hour' from channel`

async function letGo(db: Database): Promise<void> {
  await db.sql`delete from channel_bucket`
  await publishFrom(db.sql, ['deliver'])
}

/** From the first claim to the last receipt of the newest messages, as their attempts say themselves. */
async function settledRate(db: Database, messages: number): Promise<number> {
  const [row] = await db.sql<{ count: number; seconds: number }[]>`
    select count(*)::int as count,
      extract(epoch from max(n.settled_at) - min(a.started_at))::float8 as seconds
    from (select * from notification order by sequence desc limit ${messages}) n
    join delivery_attempt a on a.notification_id = n.id
    where n.state = 'delivered'`
  if (row?.count !== messages) {
    throw new Error(`Of ${messages} messages ${row?.count ?? 0} were delivered at the first try.`)
  }
  return row.count / row.seconds
}

const stormWindowSeconds = 5
const longerThanTheBenchSeconds = 86_400

/** No storm is told of as one, and no project of a warm-up falls silent while the others are counted. */
const parameters = {
  stormAlerts: 10_000,
  stormWindowSeconds,
  noSignalAtLeastSeconds: longerThanTheBenchSeconds,
  noSignalUnknownIntervalSeconds: longerThanTheBenchSeconds,
}

/** The worker opens alerts as well: the last messages may be its, and one about this busy machine. */
async function untilWaiting(db: Database, messages: number, stop: AbortSignal): Promise<void> {
  for (;;) {
    const [row] = await db.sql<{ count: number }[]>`
      select count(*)::int as count from notification where state = 'pending'`
    if (row && row.count >= messages) return
    stop.throwIfAborted()
    await pause(100)
  }
}

/** Looks for one that is left, as counting all of them again and again would be work of its own. */
async function untilSettled(db: Database, messages: number, stop: AbortSignal): Promise<void> {
  for (;;) {
    const waiting = await db.sql`select from notification_waiting limit 1`
    if (waiting.length === 0) {
      const [row] = await db.sql<{ all: number; sending: number }[]>`
        select count(*)::int as all, count(*) filter (where state = 'sending')::int as sending
        from notification`
      if (row && row.all >= messages && row.sending === 0) return
    }
    stop.throwIfAborted()
    await pause(200)
  }
}

/**
 * Notifications per second through one worker, started as in earnest and warm, every attempt on the
 * disk before the next message of the same alert could leave.
 */
export const rateOfProduct = (sink: Sink, round: Round): Promise<number> =>
  withDatabase(round.serverUrl, ({ url, db }) => {
    const prepare = async (sealer: Sealer) => {
      for (let index = 0; index < round.channels; index += 1) {
        const config = { url: `${sink.url}/hook/${index}` }
        await seedChannel(db, { kind: 'webhook', config, secrets: {}, sealer })
      }
      // Each alert has one message, of its own: storms, repeats and silent projects are another matter.
      const level = { latencySeconds: 30, interruptionSeconds: 300, frequencyMinutes: 600 }
      await db.sql`
        update protection_policy
        set settings = settings || jsonb_build_object('high', ${JSON.stringify(level)}::text::jsonb)`
      await db.sql`
        insert into parameter (key, value, version, changed_at, changed_by_name)
        select key, value::float8, 1, now(), 'bench'
        from jsonb_each_text(${JSON.stringify(parameters)}::text::jsonb) as p (key, value)`
    }
    const { stop } = round
    return withStack({ databaseUrl: url, withWeb: false, stop, prepare }, async () => {
      for (let time = 1; time <= warmUps; time += 1) {
        // As the server does by itself now and then; the last warm-up has its plans made anew.
        if (time === warmUps) await db.sql`vacuum analyze`
        await oweMessages(db, round.warmUp, `warm-${time}`)
        await untilSettled(db, time * round.warmUp * round.channels, stop)
      }
      const first = warmUps * round.warmUp * round.channels
      // Those before no longer count as the beginning of a storm.
      await pause(stormWindowSeconds * 1_000)
      await holdBack(db)
      await oweMessages(db, round.alerts, 'project')
      await untilWaiting(db, postsOf(round), stop)
      await letGo(db)
      await untilSettled(db, first + postsOf(round), stop)
      return settledRate(db, postsOf(round))
    })
  })
