import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { EmbeddedPostgresError } from './error.ts'
import { type Cluster, type StartClusterOptions, startCluster } from './start-cluster.ts'
import { throwAwayFolder } from './throw-away-folder.ts'

async function ask(url: string, statement: string) {
  const sql = postgres(url, { max: 1 })
  try {
    return await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}

describe('A running cluster', () => {
  const dataDir = throwAwayFolder('cluster')
  let cluster: Cluster

  beforeAll(async () => {
    cluster = await startCluster({ dataDir, durable: false, settings: { wal_level: 'logical' } })
  })
  afterAll(() => cluster.destroy())

  test('speaks UTC and orders text alike on every machine', async () => {
    const [row] = await ask(
      cluster.url,
      `select current_setting('timezone') as zone, datlocprovider::text as provider, datlocale as locale
       from pg_database where datname = current_database()`,
    )
    expect(row).toEqual({ zone: 'UTC', provider: 'b', locale: 'C.UTF-8' })
  })

  test('takes settings, such as logical replication', async () => {
    expect(await ask(cluster.url, 'show wal_level')).toEqual([{ wal_level: 'logical' }])
  })

  test('refuses a wrong password', async () => {
    const url = new URL(cluster.url)
    url.password = 'wrong'
    await expect(ask(url.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  })

  test('makes further databases, and making one twice is harmless', async () => {
    const url = await cluster.createDatabase('another')
    expect(await cluster.createDatabase('another')).toBe(url)
    expect(await ask(url, 'select current_database() as name')).toEqual([{ name: 'another' }])
  })

  test('refuses another start in its folder, in one sentence', async () => {
    const second = await startCluster({ dataDir, durable: false }).catch((error) => error)
    expect(second).toBeInstanceOf(EmbeddedPostgresError)
    expect(second.message).toBe(
      `${dataDir} is in use by another Highwater (process ${process.pid}); stop that one or choose another HIGHWATER_DATA_DIR.`,
    )
    expect(await ask(cluster.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('A start', () => {
  const folders: string[] = []
  const clusters: Cluster[] = []

  afterEach(async () => {
    for (const cluster of clusters.splice(0)) await cluster.stop()
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })

  function newFolder(): string {
    const folder = throwAwayFolder('cluster')
    folders.push(folder)
    return folder
  }

  async function start(options: Partial<StartClusterOptions> & { dataDir: string }) {
    const cluster = await startCluster({ durable: false, ...options })
    clusters.push(cluster)
    return cluster
  }

  test('keeps what was written across a stop and a start', async () => {
    const dataDir = newFolder()
    const first = await startCluster({ dataDir, durable: true })
    await ask(first.url, 'create table kept as select 42 as answer')
    await first.stop()
    const second = await start({ dataDir, durable: true })
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  test('is refused in one sentence when its port is taken, and frees the folder again', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const dataDir = newFolder()
    await expect(startCluster({ dataDir, durable: false, port })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken by another program, so PostgreSQL cannot listen there.`,
    )
    other.close()
    await start({ dataDir })
  })

  test('tells with one sentence when the server dies on its own', async () => {
    const dataDir = newFolder()
    const cluster = await start({ dataDir })
    const pidFile = readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')
    process.kill(Number.parseInt(pidFile, 10), 'SIGKILL')
    expect(await cluster.ended).toContain(`PostgreSQL in ${dataDir} stopped`)
  })

  test('starts below a folder that is closed to other accounts, and cleans up after itself', async () => {
    const closed = newFolder()
    mkdirSync(closed, { mode: 0o700 })
    const dataDir = join(closed, 'data')
    const cluster = await startCluster({ dataDir, durable: false })
    expect(await ask(cluster.url, 'select 1 as one')).toEqual([{ one: 1 }])
    const home = realpathSync(join(dataDir, 'cluster'))
    await cluster.destroy()
    expect(existsSync(home)).toBe(false)
    expect(existsSync(dataDir)).toBe(false)
  })
})
