import type { Millis } from '@highwater/core'

export interface LengthUnits {
  readonly day: string
  readonly hour: string
  readonly minute: string
  readonly second: string
}

const part = (value: number, unit: string): string => (value === 0 ? '' : `${value} ${unit}`)

const join = (parts: readonly string[]): string => parts.filter((text) => text !== '').join(' ')

/** `412 s`, `1.5 s`; from one hour on `1 h 2 min 3 s`. */
export function formatMeasured(length: Millis, units: LengthUnits): string {
  const total = Math.max(0, length) / 1_000
  if (total < 3_600)
    return `${total < 10 ? Math.round(total * 10) / 10 : Math.round(total)} ${units.second}`
  const whole = Math.round(total)
  return join([
    part(Math.floor(whole / 3_600), units.hour),
    part(Math.floor((whole % 3_600) / 60), units.minute),
    part(whole % 60, units.second),
  ])
}

/** `45 s`, `1 min 42 s`, `25 min`, `1 h 5 min`, `2 d 3 h`: two units at most. */
export function formatRoughly(length: Millis, units: LengthUnits): string {
  const whole = Math.floor(Math.max(0, length) / 1_000)
  if (whole < 60) return `${whole} ${units.second}`
  if (whole < 600) {
    return join([`${Math.floor(whole / 60)} ${units.minute}`, part(whole % 60, units.second)])
  }
  if (whole < 3_600) return `${Math.floor(whole / 60)} ${units.minute}`
  const hours = Math.floor(whole / 3_600)
  if (hours < 24)
    return join([`${hours} ${units.hour}`, part(Math.floor((whole % 3_600) / 60), units.minute)])
  return join([`${Math.floor(hours / 24)} ${units.day}`, part(hours % 24, units.hour)])
}
