import type { TestProject } from 'vitest/node'
import { startCluster } from './start-cluster.ts'
import { throwAwayFolder } from './throw-away-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a superuser, on a server the tests may fill with databases of their own. */
    postgresUrl: string
  }
}

/** One server for a whole run of tests; `HIGHWATER_TEST_DATABASE_URL` names one that runs already. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const existing = process.env.HIGHWATER_TEST_DATABASE_URL
  if (existing !== undefined && existing !== '') {
    project.provide('postgresUrl', existing)
    return undefined
  }
  const cluster = await startCluster({
    dataDir: throwAwayFolder('test'),
    durable: false,
    settings: { max_connections: '200' },
  })
  project.provide('postgresUrl', cluster.url)
  return cluster.destroy
}
