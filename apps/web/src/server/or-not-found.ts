import { AppError } from '@highwater/core'
import { notFound } from 'next/navigation'

function isMissing(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'not_found'
  return error instanceof Error && error.cause !== undefined && isMissing(error.cause)
}

/** Shows "There is nothing here" for what does not exist or may not be seen. */
export async function orNotFound<T>(read: Promise<T>): Promise<T> {
  try {
    return await read
  } catch (error) {
    if (isMissing(error)) notFound()
    throw error
  }
}
