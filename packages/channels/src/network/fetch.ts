import { Agent, fetch as fetchWith } from 'undici'
import { connectTimeout, guardedConnector } from './dispatchers.ts'
import type { AddressGuard } from './guard.ts'

/** Answers of a protocol are small; nobody makes this process read more. */
const longestAnswer = 1_024 * 1_024

/** The shape of the web's own `fetch`, for libraries that speak a protocol over it. */
export type Fetch = (address: string, options: FetchOptions) => Promise<Response>

export interface FetchOptions {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string | null
  readonly signal?: AbortSignal
}

/**
 * A `fetch` that follows no redirect and reads no long answers.
 * @param guard null for addresses that the operator has named, who may name private ones
 */
export function createFetch(guard: AddressGuard | null): Fetch {
  const limits = { connections: 16, maxResponseSize: longestAnswer }
  const dispatcher = new Agent(
    guard === null
      ? { ...limits, connect: { timeout: connectTimeout } }
      : { ...limits, connect: guardedConnector(guard, undefined) },
  )
  return async (address, { method, headers, body, signal }) => {
    const answer = await fetchWith(address, {
      dispatcher,
      redirect: 'manual',
      ...(method === undefined ? {} : { method }),
      ...(headers === undefined ? {} : { headers }),
      ...(signal === undefined ? {} : { signal }),
      body: body ?? null,
    })
    return new Response(answer.status === 204 ? null : await answer.text(), {
      status: answer.status,
      headers: [...answer.headers],
    })
  }
}
