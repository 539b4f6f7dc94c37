import type { ErrorCode } from '@highwater/core'
import type { Failure } from '../describe-failure.ts'

interface Status {
  readonly status: number
  readonly title: string
}

/** What can only go wrong in HTTP comes beside what an operation refuses. */
type ProblemCode = ErrorCode | 'method_not_allowed' | 'unexpected'

/** The one place where a code of ours becomes a status of HTTP. */
export const statusOf: Readonly<Record<ProblemCode, Status>> = {
  malformed: { status: 400, title: 'Malformed request' },
  unauthenticated: { status: 401, title: 'Not authenticated' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
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
  { code = failure.code, headers }: ProblemOptions = {},
): Response {
  const { message, faults, reason, current, retryAfterSeconds } = failure
  const { status, title } = statusOf[code]
  const body = {
    type: 'about:blank',
    title,
    status,
    detail: message,
    code,
    ...(faults.length > 0 ? { errors: faults } : {}),
    ...(reason === null ? {} : { reason }),
    ...(current === null || current === undefined ? {} : { current }),
  }
  return new Response(JSON.stringify(body), {
    status,
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
  /** In place of the code that the failure has for every door. */
  readonly code?: ProblemCode
  readonly headers?: Readonly<Record<string, string>>
}
