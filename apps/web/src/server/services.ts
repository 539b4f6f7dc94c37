import type { Database, Sealer } from '@highwater/db/client'
import type { Logger } from 'pino'
import { Intake } from '../intake/intake.ts'
import { intakeProgram } from '../intake/program.ts'
import { connectWeb, sealerFrom } from './database.ts'
import { readWebEnvironment, type WebEnvironment } from './environment.ts'
import { type LiveTopics, startLiveTopics } from './live-topics.ts'
import { createLog } from './log.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { RefusalNotes } from './refusal-notes.ts'

/** What one web process holds: everything that lives longer than a request. */
export interface Services {
  readonly environment: WebEnvironment
  readonly db: Database
  readonly sealer: Sealer
  readonly log: Logger
  readonly metrics: Metrics
  readonly live: LiveTopics
  readonly intake: Intake
  readonly refusals: RefusalNotes
}

/** @param program the thread that takes signals in */
export function createServices(environment: WebEnvironment, program = intakeProgram()): Services {
  const log = createLog(environment)
  const { DATABASE_URL: databaseUrl } = environment
  const db = connectWeb(databaseUrl)
  const metrics = createMetrics()
  return {
    environment,
    db,
    sealer: sealerFrom(environment.HIGHWATER_SECRET),
    log,
    metrics,
    live: startLiveTopics(db, log),
    refusals: new RefusalNotes(log),
    intake: new Intake({
      program,
      databaseUrl,
      log,
      onWaiting: (batches) => metrics.signalBatches.set(batches),
    }),
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
