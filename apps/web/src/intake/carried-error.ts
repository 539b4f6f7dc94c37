import { AppError } from '@highwater/core'
import type { CarriedError } from './messages.ts'

/** A failed attempt to connect is a bundle of failures, one for each address. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ('code' in error) return String(error.code)
  return error instanceof AggregateError ? codeOf(error.errors[0]) : codeOf(error.cause)
}

export function carry(error: unknown): CarriedError {
  if (error instanceof AppError) {
    const { code, message, faults } = error
    return { is: 'refusal', code, message, faults }
  }
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error))
  return { is: 'failure', code: codeOf(error), message, stack }
}

/** The error as it was thrown over there, as far as anybody here looks at it. */
export function unpack(carried: CarriedError): Error {
  const { message } = carried
  if (carried.is === 'refusal') return new AppError(carried.code, message, carried)
  const error = new Error(message)
  error.stack = carried.stack
  return carried.code === null ? error : Object.assign(error, { code: carried.code })
}
