import { isTimeZone } from '@highwater/core'

/**
 * The clock by which people here live: the one they name, else that of this machine. A machine in UTC,
 * as containers are, says nothing about where its people are.
 */
export function localTimeZone(named: string | undefined): string | undefined {
  if (named !== undefined) return named
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return own === 'UTC' || own.startsWith('Etc/') || !isTimeZone(own) ? undefined : own
}
