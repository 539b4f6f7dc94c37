import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  readdirSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster } from '@highwater/embedded-postgres'
import postgres from 'postgres'
import { createMonitor, monitor } from './monitor.ts'
import type { Side } from './replicated-pair.ts'
import { sourceOf } from './source-of.ts'

export type StandbyPair = {
  readonly primary: Side
  readonly standby: Side
  /** Of the standby, and of its slot on the primary. */
  readonly name: string
  stop(): Promise<void>
}

const name = 'copy_of_main'

function copyData(from: string, to: string): string {
  cpSync(from, to, { recursive: true, dereference: true })
  const cluster = join(to, 'cluster')
  writeFileSync(join(cluster, 'standby.signal'), '')
  const { uid, gid } = statSync(realpathSync(join(from, 'cluster')))
  chmodSync(cluster, 0o700)
  chownSync(cluster, uid, gid)
  for (const entry of readdirSync(cluster, { recursive: true, encoding: 'utf8' })) {
    chownSync(join(cluster, entry), uid, gid)
  }
  return to
}

async function openSide(cluster: Side['cluster']): Promise<Side> {
  const sql = postgres(cluster.url, { max: 2, onnotice: () => undefined })
  return { cluster, sql, source: sourceOf(cluster.url, monitor) }
}

/** A primary and a physical standby that streams from it; the standby begins as a cold copy. */
export async function startStandby(): Promise<StandbyPair> {
  const primaryData = join(tmpdir(), `highwater-primary-${randomUUID()}`)
  const standbyData = join(tmpdir(), `highwater-standby-${randomUUID()}`)
  const prepared = await openSide(await startCluster({ dataDir: primaryData, durable: false }))
  await createMonitor(prepared.sql)
  await prepared.sql.unsafe('create table orders (note text)')
  await prepared.sql.end()
  await prepared.cluster.stop()
  copyData(primaryData, standbyData)
  const primary = await openSide(await startCluster({ dataDir: primaryData, durable: false }))
  // After the copy, which would carry the slot to the standby.
  await primary.sql.unsafe(`select pg_create_physical_replication_slot('${name}', true)`)
  const { username, password, port } = new URL(primary.cluster.url)
  const standby = await openSide(
    await startCluster({
      dataDir: standbyData,
      durable: false,
      settings: {
        cluster_name: name,
        primary_slot_name: name,
        primary_conninfo: `host=127.0.0.1 port=${port} user=${username} password=${password}`,
        wal_retrieve_retry_interval: '500ms',
      },
    }),
  )
  return {
    primary,
    standby,
    name,
    async stop() {
      for (const side of [standby, primary]) {
        await side.sql.end({ timeout: 1 })
        await side.cluster.destroy()
      }
    },
  }
}
