export const timeZoneCookie = 'highwater_time_zone'

/** Whether this runtime can show times in the zone that a browser named. */
export function isTimeZone(name: string | undefined): name is string {
  if (name === undefined || name === '') return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** The zone of this process: right for the first visit, as servers mostly stand where their people are. */
export const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone
