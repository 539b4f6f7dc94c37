import { type Cluster, startCluster, throwAwayFolder } from '@highwater/embedded-postgres'
import type { Sql } from 'postgres'
import { awaitTrue } from './await-true.ts'
import { createMonitor } from './monitor.ts'
import { buildSides, endSides, type Side } from './side.ts'

export type ReplicatedPair = {
  readonly publisher: Side
  readonly subscriber: Side
  /** The name of the subscription and of its slot. */
  readonly name: string
  /** Commits `rows` rows on the publisher. */
  write(rows: number): Promise<void>
  /** Waits until the subscriber has every row. */
  caughtUp(): Promise<void>
  /** Disables the subscription and waits until its slot is let go. */
  pause(): Promise<void>
  /** Enables it and waits until the slot is taken again. */
  resume(): Promise<void>
  /** Locks the table at the subscriber, so that the apply worker waits; call the answer to end it. */
  blockApply(): Promise<() => Promise<void>>
  /** Stops both servers and deletes their files. */
  stop(): Promise<void>
}

const name = 'orders_copy'
const table = 'create table orders (id bigint generated always as identity primary key, note text)'

async function startSide(role: string, open: (cluster: Cluster) => Side): Promise<Side> {
  const cluster = await startCluster({
    dataDir: throwAwayFolder(role),
    port: 'free',
    durable: false,
    settings: {
      wal_level: 'logical',
      // A worker that stopped is started again after this time.
      wal_retrieve_retry_interval: '500ms',
    },
  })
  const side = open(cluster)
  await createMonitor(side.sql)
  await side.sql.unsafe(table)
  return side
}

async function isTrue(sql: Sql, condition: string): Promise<boolean> {
  const [row] = await sql.unsafe<{ yes: boolean }[]>(`select (${condition}) as yes`)
  return row?.yes === true
}

const slotIs = (state: string) =>
  `exists (select from pg_replication_slots where slot_name = '${name}' and ${state})`

async function blockApply({ sql }: Side): Promise<() => Promise<void>> {
  const locked = Promise.withResolvers<void>()
  const release = Promise.withResolvers<void>()
  const holder = sql.begin(async (transaction) => {
    await transaction.unsafe('lock table orders in access exclusive mode')
    locked.resolve()
    await release.promise
  })
  await locked.promise
  return async () => {
    release.resolve()
    await holder
  }
}

function startSides(): Promise<readonly [Side, Side]> {
  return buildSides(async (open) => {
    const publisher = await startSide('publisher', open)
    const subscriber = await startSide('subscriber', open)
    const { username, password, port, pathname } = new URL(publisher.cluster.url)
    const login = `host=127.0.0.1 port=${port} user=${username} password=${password}`
    await publisher.sql.unsafe('create publication orders for table orders')
    await subscriber.sql.unsafe(
      `create subscription ${name} connection '${login} dbname=${pathname.slice(1)}' publication orders`,
    )
    await awaitTrue('the first copy of the table is done', () =>
      isTrue(subscriber.sql, `(select srsubstate = 'r' from pg_subscription_rel)`),
    )
    return [publisher, subscriber]
  })
}

/** Two real servers, one subscribed to the other and in step with it. */
export async function startReplicatedPair(): Promise<ReplicatedPair> {
  const [publisher, subscriber] = await startSides()
  const rows = async ({ sql }: Side) => {
    const [row] = await sql<{ count: string }[]>`select count(*) from orders`
    return row?.count
  }
  return {
    publisher,
    subscriber,
    name,
    async write(count) {
      await publisher.sql`
        insert into orders (note) select 'written' from generate_series(1, ${count}::int)`
    },
    caughtUp: () =>
      awaitTrue('the subscriber has every row', async () => {
        const [there, here] = await Promise.all([rows(publisher), rows(subscriber)])
        return there === here
      }),
    async pause() {
      await subscriber.sql.unsafe(`alter subscription ${name} disable`)
      await awaitTrue('the slot is let go', () => isTrue(publisher.sql, slotIs('not active')))
    },
    async resume() {
      await subscriber.sql.unsafe(`alter subscription ${name} enable`)
      await awaitTrue('the slot is taken', () => isTrue(publisher.sql, slotIs('active')))
    },
    blockApply: () => blockApply(subscriber),
    stop: () => endSides([publisher, subscriber]),
  }
}
