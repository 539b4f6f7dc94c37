import type { RequestOrigin } from '@highwater/db/commands'

const longestUserAgent = 400

/**
 * Where a request came from, for the audit. The last address of `x-forwarded-for` was written by
 * whoever spoke to this server, or is the socket's own; earlier ones anybody can invent.
 */
export function requestOrigin(headers: Headers, id: string): RequestOrigin {
  const addresses = headers.get('x-forwarded-for')?.split(',') ?? []
  const address =
    addresses
      .at(-1)
      ?.trim()
      .replace(/^::ffff:/, '') ?? ''
  return {
    id,
    ip: address === '' ? null : address,
    userAgent: headers.get('user-agent')?.slice(0, longestUserAgent) ?? null,
  }
}
