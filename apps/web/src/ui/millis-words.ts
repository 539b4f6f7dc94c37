import type { Locale } from '@highwater/core'
import { durationInWords } from './duration-words.ts'

const units: Readonly<Record<Locale, string>> = { en: 'ms', 'zh-CN': '毫秒' }

/** How long a machine took: milliseconds below a second, for "0 s" tells nobody anything. */
export const millisInWords = (milliseconds: number, locale: Locale): string =>
  milliseconds < 1_000
    ? `${Math.round(milliseconds)} ${units[locale]}`
    : durationInWords(milliseconds / 1_000, locale)
