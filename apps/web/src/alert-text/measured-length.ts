import type { Locale, Millis } from '@highwater/core'

interface Units {
  readonly hour: string
  readonly minute: string
  readonly second: string
}

const units: Readonly<Record<Locale, Units>> = {
  en: { hour: 'h', minute: 'min', second: 's' },
  'zh-CN': { hour: '小时', minute: '分', second: '秒' },
}

/** A measured length, exact: `412 s` below one hour, then `1 h 12 min 5 s`. */
export function measuredLength(length: Millis, locale: Locale): string {
  const { hour, minute, second } = units[locale]
  const total = Math.max(0, length) / 1_000
  if (total < 3_600)
    return `${total < 10 ? Math.round(total * 10) / 10 : Math.round(total)} ${second}`
  const whole = Math.round(total)
  return [
    { value: Math.floor(whole / 3_600), unit: hour },
    { value: Math.floor((whole % 3_600) / 60), unit: minute },
    { value: whole % 60, unit: second },
  ]
    .filter(({ value }) => value > 0)
    .map(({ value, unit }) => `${value} ${unit}`)
    .join(' ')
}
