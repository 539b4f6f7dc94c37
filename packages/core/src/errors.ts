/** Why an operation was refused. Closed: each surface maps every code once. */
export const errorCodes = [
  'malformed',
  'invalid_input',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'in_use',
  'too_large',
  'rate_limited',
  'unavailable',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** One fault of an input: `path` as in `high.latencySeconds`, empty for the input as a whole. */
export interface InputFault {
  readonly path: string
  readonly message: string
}

/** Bundlers put this file into more than one bundle: a refusal from one is a refusal in all. */
const brand = Symbol.for('highwater.AppError')

/**
 * A refusal that its reader can act on. `message` is plain English prose without secrets;
 * `faults` is there for `invalid_input`, `current` (the row as it is now) for `conflict`.
 */
export class AppError extends Error {
  readonly [brand] = true
  readonly code: ErrorCode
  readonly faults: readonly InputFault[]
  readonly current: unknown

  constructor(
    code: ErrorCode,
    message: string,
    detail: { faults?: readonly InputFault[]; current?: unknown; cause?: unknown } = {},
  ) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause })
    this.name = 'AppError'
    this.code = code
    this.faults = detail.faults ?? []
    this.current = detail.current ?? null
  }
}

Object.defineProperty(AppError, Symbol.hasInstance, {
  value(this: unknown, tested: unknown): boolean {
    // Inherited by classes made from this one, which know their own instances as usual.
    if (this !== AppError) return Function.prototype[Symbol.hasInstance].call(this, tested)
    return typeof tested === 'object' && tested !== null && brand in tested
  },
})
