import { AppError, type ErrorCode, type InputFault } from '@highwater/core'
import { isDatabaseAway } from '@highwater/db/client'

/** What a caller is told of a failure, whichever door they came through. */
export interface Failure {
  readonly code: ErrorCode | 'unexpected'
  readonly message: string
  readonly faults: readonly InputFault[]
  /** The closed reason of a refusal, such as `scope_too_small`. */
  readonly reason: string | null
  /** The thing as it is now, for a conflict. */
  readonly current: unknown
  readonly retryAfterSeconds: number | null
}

const failure = (code: Failure['code'], message: string): Failure => ({
  code,
  message,
  faults: [],
  reason: null,
  current: null,
  retryAfterSeconds: null,
})

/** The same request may well pass a little later; tells when. */
export class Later extends AppError {
  readonly retryAfterSeconds: number

  constructor(
    code: 'rate_limited' | 'unavailable',
    message: string,
    retryAfterSeconds: number,
    cause?: unknown,
  ) {
    super(code, message, { cause })
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** What nobody foresaw is told by its request id alone: its words may hold anything. */
export function describeFailure(error: unknown, requestId: string): Failure {
  if (error instanceof AppError) {
    return {
      ...failure(error.code, error.message),
      faults: error.faults,
      reason: 'because' in error ? String(error.because) : null,
      current: error.current,
      retryAfterSeconds: 'retryAfterSeconds' in error ? Number(error.retryAfterSeconds) : null,
    }
  }
  if (isDatabaseAway(error)) {
    const message = 'The database does not answer. Nothing was changed; try again in a moment.'
    return { ...failure('unavailable', message), retryAfterSeconds: 1 }
  }
  return failure('unexpected', `Something went wrong here. Its name in the log is ${requestId}.`)
}
