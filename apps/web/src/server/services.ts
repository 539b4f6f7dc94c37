import type { Database, Sealer } from '@highwater/db/client'
import type { Logger } from 'pino'
import { connectWeb, sealerFrom } from './database.ts'
import { readWebEnvironment, type WebEnvironment } from './environment.ts'
import { type LiveTopics, startLiveTopics } from './live-topics.ts'
import { createLog } from './log.ts'
import { createMetrics, type Metrics } from './metrics.ts'

/** What one web process holds: everything that lives longer than a request. */
export interface Services {
  readonly environment: WebEnvironment
  readonly db: Database
  readonly sealer: Sealer
  readonly log: Logger
  readonly metrics: Metrics
  readonly live: LiveTopics
}

export function createServices(environment: WebEnvironment): Services {
  const log = createLog(environment)
  const db = connectWeb(environment.DATABASE_URL)
  return {
    environment,
    db,
    sealer: sealerFrom(environment.HIGHWATER_SECRET),
    log,
    metrics: createMetrics(),
    live: startLiveTopics(db, log),
  }
}

declare global {
  var highwaterServices: Services | undefined
}

/** Kept on the global object: the bundler gives pages, routes and the start-up hook copies of this module. */
export function services(): Services {
  globalThis.highwaterServices ??= createServices(readWebEnvironment())
  return globalThis.highwaterServices
}
