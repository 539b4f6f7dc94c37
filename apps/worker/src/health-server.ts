import { createServer, type Server } from 'node:http'
import { judgeClock } from '@highwater/core'
import { type Database, inTime } from '@highwater/db/client'
import { readClockOffset } from './clock-offset.ts'
import type { Metrics } from './metrics.ts'

interface Checks {
  readonly database: boolean
  /** Null where nobody can tell. */
  readonly clock: boolean | null
}

const failing: Checks = { database: false, clock: null }

/** Asked at once, so that whoever asks hears how it is now. */
const check = inTime<Checks>(async (db) => {
  try {
    return { database: true, clock: judgeClock(await readClockOffset(db)) !== 'wrong' }
  } catch {
    return failing
  }
}, failing)

/**
 * Serves `/api/health/live`, `/api/health/ready` and `/metrics` on the loopback address.
 * @throws the system's error when the port is taken
 */
export async function startHealthServer(
  port: number,
  db: Database,
  metrics: Metrics,
): Promise<Server> {
  const server = createServer(async (request, response) => {
    const answer = (status: number, type: string, body: string) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
    }
    switch (request.url) {
      case '/metrics':
        return answer(200, metrics.registry.contentType, await metrics.registry.metrics())
      case '/api/health/live':
        return answer(200, 'application/json', '{"status":"live"}')
      case '/api/health/ready': {
        const checks = await check(db)
        const isReady = checks.database && checks.clock === true
        return answer(isReady ? 200 : 503, 'application/json', JSON.stringify({ checks }))
      }
      default:
        return answer(
          404,
          'text/plain',
          'Not here: /metrics, /api/health/live, /api/health/ready\n',
        )
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  return server
}
