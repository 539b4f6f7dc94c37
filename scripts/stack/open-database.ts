import { resolve } from 'node:path'
import { startCluster } from '@highwater/embedded-postgres'
import { root } from '../processes/root.ts'
import { checkServer } from './check-server.ts'

export type OpenDatabase = {
  readonly url: string
  /** Resolves with one sentence if our own server dies; never for a server of somebody else. */
  readonly ended: Promise<string>
  close(): Promise<void>
}

/** The operator's database when one is named, else our own in the data folder. */
export async function openDatabase(
  databaseUrl: string | undefined,
  dataDir: string,
): Promise<OpenDatabase> {
  if (databaseUrl !== undefined) {
    await checkServer(databaseUrl)
    const never = new Promise<string>(() => undefined)
    return { url: databaseUrl, ended: never, close: async () => undefined }
  }
  const cluster = await startCluster({ dataDir: resolve(root, dataDir, 'postgres'), durable: true })
  return { url: cluster.url, ended: cluster.ended, close: cluster.stop }
}
