/** What the driver, the network and PostgreSQL say when nothing can be written just now. */
const awayCodes = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  // A standby that is not (yet) the primary.
  '25006',
  // It ended a transaction in which we said nothing, as when this process was held up.
  '25P03',
])

/** Broken connections, a full disk or no connection left, a server that starts, stops or has crashed. */
const awayClasses = ['08', '53', '57P']

/** Whether it is the database that fails, and not what it was asked: later the same may well pass. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  if (awayCodes.has(code) || awayClasses.some((first) => code.startsWith(first))) return true
  const parts = error instanceof AggregateError ? [...error.errors, error.cause] : [error.cause]
  return parts.some(isDatabaseAway)
}
