import postgres from 'postgres'

/** What PostgreSQL ends for the sake of others, or after the patience that its operator has set. */
const heldUpCodes = new Set([
  // Two transactions waited for one another, or changed what both had read.
  '40P01',
  '40001',
  // lock_timeout
  '55P03',
  // statement_timeout, or somebody cancelled it.
  '57014',
  // transaction_timeout
  '25P04',
])

/** Whether a statement was ended only because it waited too long: nothing is wrong with what it says. */
export const isHeldUp = (error: unknown): boolean =>
  error instanceof postgres.PostgresError && heldUpCodes.has(error.code)
