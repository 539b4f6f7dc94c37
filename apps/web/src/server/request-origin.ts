import type { RequestOrigin } from '@highwater/db/commands'

const longestUserAgent = 400

/**
 * Where a request came from, for the audit. The front door has left one address in
 * `x-forwarded-for`: the client's, whatever the client had written there.
 */
export function requestOrigin(headers: Headers, id: string): RequestOrigin {
  const addresses = headers.get('x-forwarded-for')?.split(',') ?? []
  const address = addresses.at(-1)?.trim() ?? ''
  return {
    id,
    ip: address === '' ? null : address,
    userAgent: headers.get('user-agent')?.slice(0, longestUserAgent) ?? null,
  }
}
