import { startCluster, throwAwayFolder } from '@highwater/embedded-postgres'

export interface Server {
  /** Of a superuser, on a server the journeys may fill with databases of their own. */
  readonly url: string
  readonly end: () => Promise<void>
}

/** A PostgreSQL of our own, or the one that `HIGHWATER_TEST_DATABASE_URL` names. */
export async function openServer(): Promise<Server> {
  const existing = process.env.HIGHWATER_TEST_DATABASE_URL
  if (existing !== undefined && existing !== '') return { url: existing, end: async () => {} }
  const cluster = await startCluster({ dataDir: throwAwayFolder('journeys'), durable: false })
  return { url: cluster.url, end: cluster.destroy }
}
