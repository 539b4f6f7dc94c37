import type postgres from 'postgres'
import { Agent } from 'undici'
import { withDatabase } from '../stack/with-database.ts'
import { type Load, postsOf, warmUps } from './load.ts'
import type { Sink } from './start-sink.ts'
import { inFlight } from './undici-alone.ts'

interface Owed {
  readonly id: number
  readonly channel: number
  readonly body: string
}

/** As many as our worker takes at once. */
const portion = 400

const create = (sql: postgres.Sql) =>
  sql`
  create table bare_outbox (id int primary key, channel int not null, body text not null,
    state text not null, settled_at timestamptz) with (fillfactor = 50);
  create table bare_waiting (id int primary key);
  create table bare_attempt (id int, number int, started_at timestamptz not null, outcome text not null,
    http_status int not null, primary key (id, number))`.simple()

async function owe(sql: postgres.Sql, count: number, channels: number, body: string) {
  await sql`
    with owed as (
      insert into bare_outbox (id, channel, body, state)
      select (select coalesce(max(id), 0) from bare_outbox) + n, n % ${channels}::int, ${body}, 'pending'
      from generate_series(1, ${count}::int) n returning id
    )
    insert into bare_waiting select id from owed`
  await sql`vacuum analyze bare_outbox, bare_waiting`
}

const claim = (sql: postgres.Sql) => sql<Owed[]>`
  with taken as (
    delete from bare_waiting where id in (
      select id from bare_waiting order by id limit ${portion} for update skip locked)
    returning id
  )
  update bare_outbox o set state = 'sending' from taken where o.id = taken.id
  returning o.id, o.channel, o.body`

const settle = (sql: postgres.Sql, ids: readonly number[]) => sql`
  with arrived as (select id from unnest(${ids as number[]}::int[]) id), kept as (
    insert into bare_attempt select id, 1, now(), 'delivered', 200 from arrived
  )
  update bare_outbox o set state = 'delivered', settled_at = now() from arrived where o.id = arrived.id`

/** Claims, posts and settles until nothing waits: the next portion is claimed while one is under way. */
async function deliverAll(sql: postgres.Sql, post: (owed: Owed) => Promise<void>): Promise<void> {
  let arrived: number[] = []
  let settling: Promise<void> | null = null
  const settleNext = async (): Promise<void> => {
    while (arrived.length > 0) {
      const ids = arrived
      arrived = []
      await settle(sql, ids)
    }
    settling = null
  }
  const send = async (owed: Owed): Promise<void> => {
    await post(owed)
    arrived.push(owed.id)
    settling ??= settleNext()
  }
  let before: Promise<unknown> = Promise.resolve()
  for (;;) {
    const owed = await claim(sql)
    const sends = Promise.all(owed.map(send))
    await before
    before = sends
    if (owed.length === 0) break
  }
  await settling
}

/**
 * Messages per second of the least that a durable outbox does on this machine: a claim is committed,
 * the message is posted, its attempt is committed. No rules, no order, no budgets, no screens.
 */
export const rateOfBareOutbox = (
  sink: Sink,
  load: Load,
  body: string,
  serverUrl: string,
): Promise<number> =>
  withDatabase(serverUrl, async ({ db: { sql } }) => {
    const agent = new Agent({ keepAliveTimeout: 60_000, connections: inFlight })
    const headers = { 'content-type': 'application/json' }
    const post = async ({ channel, body: text }: Owed) => {
      const path = `/hook/${channel}`
      const answer = await agent.request({
        origin: sink.url,
        path,
        method: 'POST',
        headers,
        body: text,
      })
      await answer.body.dump()
    }
    await create(sql)
    const deliver = async (count: number): Promise<number> => {
      await owe(sql, count, load.channels, body)
      const began = performance.now()
      await deliverAll(sql, post)
      return (count / (performance.now() - began)) * 1_000
    }
    try {
      for (let time = 1; time <= warmUps; time += 1) await deliver(load.warmUp * load.channels)
      return await deliver(postsOf(load))
    } finally {
      await agent.close()
    }
  })
