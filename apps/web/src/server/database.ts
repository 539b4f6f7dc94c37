import { connect, createSealer, type Database, type Sealer } from '@highwater/db/client'
import type { SecretKey } from '@highwater/environment'

const connections = 10

export const connectWeb = (url: string): Database =>
  connect(url, { name: 'highwater-web', maxConnections: connections })

/** @throws Error when there is no key at all, which the environment has ruled out */
export function sealerFrom(keys: readonly SecretKey[]): Sealer {
  const [newest, ...older] = keys
  if (!newest) throw new Error('HIGHWATER_SECRET holds no key.')
  return createSealer([newest, ...older])
}
