import { join } from 'node:path'
import { type FreshDatabase, freshDatabase } from '@highwater/db/testing'
import { readEnvironment } from '@highwater/environment'
import { createDispatcher } from '../../src/server/rest/dispatch.ts'
import { operations } from '../../src/server/rest/operations/index.ts'
import { createServices, type Services } from '../../src/server/services.ts'

export const bootstrapToken = 'a-bootstrap-token-of-more-than-32-characters'
export const consoleUrl = 'http://console.test'

export interface Ask {
  /** Null: none is sent. */
  readonly token?: string | null
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is. */
  readonly raw?: string | Uint8Array<ArrayBuffer>
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Null where the answer is not JSON. */
  readonly body: Record<string, unknown> | null
}

export interface Api {
  readonly fresh: FreshDatabase
  readonly services: Services
  readonly ask: (method: string, path: string, ask?: Ask) => Promise<Answer>
  readonly close: () => Promise<void>
}

const intakeProgram = join(import.meta.dirname, '../../src/intake/thread.ts')

export const servicesAt = (url: string, more: Readonly<Record<string, string>> = {}): Services =>
  createServices(
    readEnvironment(
      {
        DATABASE_URL: url,
        HIGHWATER_SECRET: 'a secret that every test knows, long enough',
        HIGHWATER_URL: consoleUrl,
        HIGHWATER_BOOTSTRAP_TOKEN: bootstrapToken,
        LOG_LEVEL: 'fatal',
        LOG_FORMAT: 'json',
        ...more,
      },
      'web',
    ),
    intakeProgram,
  )

const dispatch = createDispatcher(operations)

function jsonOf(response: Response, text: string): Answer['body'] {
  const isJson = response.headers.get('content-type')?.includes('json') === true
  return isJson ? JSON.parse(text) : null
}

/** The API over a database of its own, asked with real requests. */
export async function startApi(serverUrl: string): Promise<Api> {
  const fresh = await freshDatabase(serverUrl)
  const services = servicesAt(fresh.url)
  return {
    fresh,
    services,
    async ask(method, path, { token = bootstrapToken, body, raw, headers = {} } = {}) {
      const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
      const request = new Request(`${consoleUrl}/api/v1${path}`, {
        method,
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(sent === undefined ? {} : { body: sent }),
      })
      const response = await dispatch(request, services)
      const text = await response.text()
      return {
        status: response.status,
        headers: response.headers,
        text,
        body: jsonOf(response, text),
      }
    },
    async close() {
      await services.intake.close()
      await services.live.close()
      await services.db.close()
      await fresh.close()
    },
  }
}
