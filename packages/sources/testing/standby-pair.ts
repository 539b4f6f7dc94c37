import {
  chmodSync,
  chownSync,
  cpSync,
  readdirSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { startCluster, throwAwayFolder } from '@highwater/embedded-postgres'
import { createMonitor } from './monitor.ts'
import { buildSides, endSides, openSide, type Side } from './side.ts'

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

/** A server that was prepared and cleanly stopped, so that its files may be copied. */
async function prepare(dataDir: string): Promise<void> {
  const { sql, cluster } = openSide(await startCluster({ dataDir, durable: false }))
  try {
    await createMonitor(sql)
    await sql.unsafe('create table orders (note text)')
  } finally {
    await sql.end()
    await cluster.stop()
  }
}

/** A primary and a physical standby that streams from it; the standby begins as a cold copy. */
export function startStandby(): Promise<StandbyPair> {
  return buildSides(async (open) => {
    const dataDir = throwAwayFolder('primary')
    await prepare(dataDir)
    const copy = copyData(dataDir, throwAwayFolder('standby'))
    const primary = open(await startCluster({ dataDir, durable: false }))
    // After the copy, which would carry the slot to the standby.
    await primary.sql.unsafe(`select pg_create_physical_replication_slot('${name}', true)`)
    const { username, password, port } = new URL(primary.cluster.url)
    const settings = {
      cluster_name: name,
      primary_slot_name: name,
      primary_conninfo: `host=127.0.0.1 port=${port} user=${username} password=${password}`,
      wal_retrieve_retry_interval: '500ms',
    }
    const standby = open(await startCluster({ dataDir: copy, durable: false, settings }))
    return { primary, standby, name, stop: () => endSides([primary, standby]) }
  })
}
