import type { NetworkPolicy } from '@highwater/channels/network'
import type { WorkerEnvironment } from './environment.ts'

/** What channels and collectors may reach: never our own ports, private networks only as allowed. */
export const networkPolicyOf = (environment: WorkerEnvironment): NetworkPolicy => ({
  allowedNetworks: environment.HIGHWATER_ALLOWED_NETWORKS ?? [],
  deniedPorts: [
    environment.PORT,
    environment.HIGHWATER_WORKER_PORT,
    Number(new URL(environment.DATABASE_URL).port || 5432),
  ],
})
