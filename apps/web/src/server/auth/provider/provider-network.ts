import { createFetch, createGuard } from '@highwater/channels/network'
import { environmentProvider } from '@highwater/core/sign-in'
import type { CustomFetch } from 'openid-client'
import type { WebEnvironment } from '../../environment.ts'

const fetches = new Map<string, CustomFetch>()

function guardOf(environment: WebEnvironment) {
  const { hostname, port } = new URL(environment.DATABASE_URL)
  const database = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 5432) }
  return createGuard({
    allowedNetworks: environment.HIGHWATER_ALLOWED_NETWORKS ?? [],
    deniedPorts: [environment.PORT, environment.HIGHWATER_WORKER_PORT, database.port],
    deniedPlaces: database.host === '' ? [] : [database],
  })
}

/** Of what a request may carry, the protocol sends forms only. */
function makeFetch(environment: WebEnvironment | null): CustomFetch {
  const fetch = createFetch(environment === null ? null : guardOf(environment))
  return (address, { method, headers, body, signal }) =>
    fetch(address, {
      method,
      headers,
      body: body instanceof URLSearchParams ? body.toString() : null,
      ...(signal === undefined ? {} : { signal }),
    })
}

/**
 * How a provider is reached. The one that the operator names may be anywhere; those of the console
 * only where channels may reach too.
 */
export function fetchFor(key: string, environment: WebEnvironment): CustomFetch {
  const isOperators = key === environmentProvider
  const { PORT, HIGHWATER_ALLOWED_NETWORKS, DATABASE_URL } = environment
  const place = isOperators ? key : `${PORT} ${HIGHWATER_ALLOWED_NETWORKS} ${DATABASE_URL}`
  const known = fetches.get(place)
  if (known) return known
  const made = makeFetch(isOperators ? null : environment)
  fetches.set(place, made)
  return made
}
