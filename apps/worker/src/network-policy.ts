import type { NetworkPolicy } from '@highwater/channels/network'
import type { WorkerEnvironment } from './environment.ts'

const databasePlace = (address: string) => {
  const { hostname, port } = new URL(address)
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 5432) }
}

/** What channels may reach: never our own ports, private networks only as allowed. */
export function networkPolicyOf(environment: WorkerEnvironment): NetworkPolicy {
  const database = databasePlace(environment.DATABASE_URL)
  return {
    allowedNetworks: environment.HIGHWATER_ALLOWED_NETWORKS ?? [],
    deniedPorts: [environment.PORT, environment.HIGHWATER_WORKER_PORT, database.port],
    // A database reached through a local socket has no address.
    deniedPlaces: database.host === '' ? [] : [database],
  }
}

/**
 * What collectors may reach: also the server of our database where it is another machine, which may
 * hold databases that are worth watching and asks for credentials of its own.
 */
export const collectorPolicyOf = (environment: WorkerEnvironment): NetworkPolicy => ({
  ...networkPolicyOf(environment),
  deniedPlaces: [],
})
