import type { Locale } from '@highwater/core'

const steps = [
  { seconds: 86_400, en: 'd', 'zh-CN': '天' },
  { seconds: 3_600, en: 'h', 'zh-CN': '小时' },
  { seconds: 60, en: 'min', 'zh-CN': '分' },
  { seconds: 1, en: 's', 'zh-CN': '秒' },
] as const

/**
 * A length of time for reading: at most its two largest units, rounded down, so that "6 min 20 s"
 * never claims more than has passed. Parts of a second are shown below ten seconds.
 */
export function durationInWords(seconds: number, locale: Locale): string {
  const sign = seconds < 0 ? '−' : ''
  const length = Math.abs(seconds)
  const unit = (step: (typeof steps)[number]) => step[locale]
  if (length < 10 && !Number.isInteger(length)) {
    return `${sign}${Math.floor(length * 10) / 10} ${unit(steps[3])}`
  }
  const first = steps.findIndex((step) => length >= step.seconds)
  if (first === -1) return `0 ${unit(steps[3])}`
  let rest = Math.floor(length)
  const parts: string[] = []
  for (const step of steps.slice(first, first + 2)) {
    const count = Math.floor(rest / step.seconds)
    rest -= count * step.seconds
    if (count > 0) parts.push(`${count} ${unit(step)}`)
  }
  return sign + parts.join(' ')
}

/** A length of time for an axis or a narrow cell: its largest unit only, with one decimal if needed. */
export function shortDuration(seconds: number, locale: Locale): string {
  const step = steps.find((candidate) => seconds >= candidate.seconds) ?? steps[3]
  return `${Math.round((seconds / step.seconds) * 10) / 10} ${step[locale]}`
}
