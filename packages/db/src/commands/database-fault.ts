import { AppError } from '@highwater/core'
import postgres from 'postgres'

/** PostgreSQL's own word on why a statement failed, wherever in the chain of causes it stands. */
function postgresErrorIn(error: unknown): postgres.PostgresError | null {
  if (error instanceof postgres.PostgresError) return error
  return error instanceof Error && error.cause !== undefined ? postgresErrorIn(error.cause) : null
}

/** Two transactions waited for one another and PostgreSQL chose this one to give way. */
export const isDeadlock = (error: unknown): boolean => postgresErrorIn(error)?.code === '40P01'

/**
 * Lets a unique index be the one judge of a name: two writers at the same instant are told apart too.
 * @throws AppError `conflict` at `path` when the index refuses the row
 */
export async function unlessTaken<T>(
  write: PromiseLike<T>,
  index: string,
  fault: { readonly path: string; readonly message: string },
): Promise<T> {
  try {
    return await write
  } catch (error) {
    const cause = postgresErrorIn(error)
    if (cause?.code === '23505' && cause.constraint_name === index) {
      throw new AppError('conflict', fault.message, { faults: [fault] })
    }
    throw error
  }
}
