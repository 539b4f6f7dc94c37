import { rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { createDatabase, databaseUrl } from './create-database.ts'
import { explainSystemError } from './explain-failure.ts'
import { findBinaries } from './find-binaries.ts'
import { freePort } from './free-port.ts'
import { initializeData } from './initialize-data.ts'
import { lockFolder } from './lock-folder.ts'
import { makeFolder } from './make-folder.ts'
import { type Place, placeData } from './place-data.ts'
import { readableBinaries } from './readable-binaries.ts'
import { runServer } from './run-server.ts'
import { stopStaleServer } from './stop-stale-server.ts'

export type StartClusterOptions = {
  /** Everything lives below this folder (made when missing): cluster, password, lock, log. */
  readonly dataDir: string
  /** Left out or `'free'`: any free port of the loopback address. */
  readonly port?: number | 'free'
  /** `false` is for throw-away data only: nothing is flushed to the disk. */
  readonly durable: boolean
  /** Server settings, for example `{ wal_level: 'logical' }`. */
  readonly settings?: Readonly<Record<string, string>>
}

export type Cluster = {
  /** Of the database `highwater`, as superuser, password included. */
  readonly url: string
  readonly port: number
  readonly database: string
  /** Resolves with one sentence when the server is gone, whether stopped or dead. */
  readonly ended: Promise<string>
  /** Makes another database if it is missing and returns its URL. */
  createDatabase(name: string): Promise<string>
  stop(): Promise<void>
  /** Stops the server and deletes all of its files. */
  destroy(): Promise<void>
}

const database = 'highwater'

/** Starts a PostgreSQL of our own. Fails with an `EmbeddedPostgresError` of one sentence. */
export async function startCluster(options: StartClusterOptions): Promise<Cluster> {
  const dataDir = resolve(options.dataDir)
  let release: () => void = () => undefined
  try {
    makeFolder(dataDir)
    release = lockFolder(dataDir)
    return await startLocked({ ...options, dataDir }, release)
  } catch (error) {
    release()
    throw explainSystemError(error, { dataDir })
  }
}

async function startLocked(options: StartClusterOptions, release: () => void): Promise<Cluster> {
  const { dataDir, durable, settings = {} } = options
  const place = placeData(dataDir)
  const binaries = readableBinaries(findBinaries(), place.account)
  await stopStaleServer(place.cluster)
  const password = await initializeData({ dataDir, place, binaries, durable })
  const port = typeof options.port === 'number' ? options.port : await freePort()
  const server = await runServer({ dataDir, place, binaries, port, durable, settings })
  const create = (name: string) => createDatabase({ port, password }, name)
  try {
    await create(database)
  } catch (error) {
    await server.stop()
    throw error
  }
  const stop = async () => {
    await server.stop()
    release()
  }
  return {
    url: databaseUrl({ port, password }, database),
    port,
    database,
    ended: server.ended,
    createDatabase: create,
    stop,
    destroy: async () => {
      await stop()
      removeFiles(dataDir, place)
    },
  }
}

function removeFiles(dataDir: string, place: Place): void {
  rmSync(place.cluster, { recursive: true, force: true })
  if (dirname(place.cluster) !== dataDir)
    rmSync(dirname(place.cluster), { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
}
