import type { ErrorCode } from '@highwater/core'
import type { Failure } from '../describe-failure.ts'

interface Status {
  readonly status: number
  readonly title: string
}

/** The one place where a code of ours becomes a status of HTTP. */
export const statusOf: Readonly<Record<ErrorCode | 'unexpected', Status>> = {
  malformed: { status: 400, title: 'Malformed request' },
  unauthenticated: { status: 401, title: 'Not authenticated' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'Conflict' },
  in_use: { status: 409, title: 'Still in use' },
  too_large: { status: 413, title: 'Too large' },
  invalid_input: { status: 422, title: 'Invalid input' },
  rate_limited: { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Unavailable' },
  unexpected: { status: 500, title: 'Unexpected failure' },
}

/** A problem document as RFC 9457 has it, with our closed `code` and the paths of every fault. */
export function problemResponse(
  failure: Failure,
  { status, title, headers }: ProblemOptions = {},
): Response {
  const { code, message, faults, reason, current, retryAfterSeconds } = failure
  const usual = statusOf[code]
  const body = {
    type: 'about:blank',
    title: title ?? usual.title,
    status: status ?? usual.status,
    detail: message,
    code,
    ...(faults.length > 0 ? { errors: faults } : {}),
    ...(reason === null ? {} : { reason }),
    ...(current === null || current === undefined ? {} : { current }),
  }
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(code === 'unauthenticated' ? { 'www-authenticate': 'Bearer realm="Highwater"' } : {}),
      ...(retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) }),
      ...headers,
    },
  })
}

interface ProblemOptions {
  readonly status?: number
  readonly title?: string
  readonly headers?: Readonly<Record<string, string>>
}
