import { type Instant, type Millis, millis, plus, toIso } from './time.ts'
import { wallTimeAt } from './zoned-time.ts'

const quarterHour = 900_000
/** Clocks are changed on quarter hours only, and reckoning a time zone takes as long as a sentence. */
const offsets = new Map<string, Millis>()
const mostRemembered = 1_000

function offsetAt(at: Instant, timeZone: string): Millis {
  const key = `${timeZone} ${Math.floor(at / quarterHour)}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  if (offsets.size >= mostRemembered) offsets.clear()
  const offset = millis(wallTimeAt(at, timeZone) - at)
  offsets.set(key, offset)
  return offset
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

function partsOf(offset: Millis) {
  const minutes = Math.abs(offset) / 60_000
  return { sign: offset < 0 ? '-' : '+', hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}

/** `UTC`, `UTC+8`, `UTC-3:30` */
function nameOf(offset: Millis): string {
  if (offset === 0) return 'UTC'
  const { sign, hours, minutes } = partsOf(offset)
  return `UTC${sign}${hours}${minutes === 0 ? '' : `:${twoDigits(minutes)}`}`
}

/** For people: `2026-01-02 11:04:05 UTC+8`. */
export function readableTime(at: Instant, timeZone = 'UTC'): string {
  const offset = offsetAt(at, timeZone)
  return `${toIso(plus(at, offset)).slice(0, 19).replace('T', ' ')} ${nameOf(offset)}`
}

/** For programs and people: ISO 8601 with the zone's offset, `2026-01-02T11:04:05.000+08:00`. */
export function zonedIso(at: Instant, timeZone = 'UTC'): string {
  const offset = offsetAt(at, timeZone)
  if (offset === 0) return toIso(at)
  const { sign, hours, minutes } = partsOf(offset)
  const local = toIso(plus(at, offset)).slice(0, -1)
  return `${local}${sign}${twoDigits(hours)}:${twoDigits(minutes)}`
}
