import { createServer, type Server } from 'node:http'
import type { Database } from '@highwater/db/client'
import type { Metrics } from './metrics.ts'

async function isReady(db: Database): Promise<boolean> {
  try {
    await db.sql`select 1`
    return true
  } catch {
    return false
  }
}

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
        const database = await isReady(db)
        return answer(
          database ? 200 : 503,
          'application/json',
          JSON.stringify({ checks: { database } }),
        )
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
