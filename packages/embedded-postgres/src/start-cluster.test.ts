import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterEach, describe, expect, test } from 'vitest'
import { EmbeddedPostgresError } from './error.ts'
import { type Cluster, type StartClusterOptions, startCluster } from './start-cluster.ts'

describe('An embedded cluster', () => {
  const folders: string[] = []
  const clusters: Cluster[] = []

  afterEach(async () => {
    for (const cluster of clusters.splice(0)) await cluster.stop()
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })

  function newFolder(): string {
    const folder = join(tmpdir(), `highwater-cluster-${randomUUID()}`)
    folders.push(folder)
    return folder
  }

  async function start(options: Partial<StartClusterOptions> & { dataDir: string }) {
    const cluster = await startCluster({ durable: false, ...options })
    clusters.push(cluster)
    return cluster
  }

  async function ask(url: string, statement: string) {
    const sql = postgres(url, { max: 1 })
    try {
      return await sql.unsafe(statement)
    } finally {
      await sql.end()
    }
  }

  test('speaks UTC and orders text alike on every machine', async () => {
    const cluster = await start({ dataDir: newFolder() })
    const [row] = await ask(
      cluster.url,
      `select current_setting('timezone') as zone, datlocprovider::text as provider, datlocale as locale
       from pg_database where datname = current_database()`,
    )
    expect(row).toEqual({ zone: 'UTC', provider: 'b', locale: 'C.UTF-8' })
  })

  test('takes settings, such as logical replication', async () => {
    const cluster = await start({ dataDir: newFolder(), settings: { wal_level: 'logical' } })
    expect(await ask(cluster.url, 'show wal_level')).toEqual([{ wal_level: 'logical' }])
  })

  test('refuses a wrong password', async () => {
    const cluster = await start({ dataDir: newFolder() })
    const url = new URL(cluster.url)
    url.password = 'wrong'
    await expect(ask(url.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  })

  test('keeps what was written across a stop and a start', async () => {
    const dataDir = newFolder()
    const first = await startCluster({ dataDir, durable: true })
    await ask(first.url, 'create table kept as select 42 as answer')
    await first.stop()
    const second = await start({ dataDir, durable: true })
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  test('makes further databases, and making one twice is harmless', async () => {
    const cluster = await start({ dataDir: newFolder() })
    const url = await cluster.createDatabase('another')
    expect(await cluster.createDatabase('another')).toBe(url)
    expect(await ask(url, 'select current_database() as name')).toEqual([{ name: 'another' }])
  })

  test('is refused in one sentence while another start holds the folder', async () => {
    const dataDir = newFolder()
    await start({ dataDir })
    const second = startCluster({ dataDir, durable: false })
    await expect(second).rejects.toThrow(EmbeddedPostgresError)
    await expect(second).rejects.toThrow(
      `${dataDir} is in use by another Highwater (process ${process.pid}); stop that one or choose another HIGHWATER_DATA_DIR.`,
    )
  })

  test('is refused in one sentence when its port is taken, and frees the folder again', async () => {
    const first = await start({ dataDir: newFolder() })
    const dataDir = newFolder()
    await expect(startCluster({ dataDir, durable: false, port: first.port })).rejects.toThrow(
      `Port ${first.port} on 127.0.0.1 is taken by another program, so PostgreSQL cannot listen there.`,
    )
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
