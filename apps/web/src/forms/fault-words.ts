import type { Locale } from '@highwater/core'
import { chineseAccountFault } from './account-faults.ts'
import { chineseFaults } from './chinese-faults.ts'
import { chineseRangeFault } from './range-faults.ts'
import { chineseRecurrenceFault } from './recurrence-faults.ts'
import { chineseScheduleFault } from './schedule-faults.ts'
import { chineseShapeFault } from './shape-faults.ts'
import { chineseTemplateFault } from './template-faults.ts'

const missing: Readonly<Record<Locale, string>> = {
  en: 'Fill this in.',
  'zh-CN': '请填写此项。',
}
const unclear = '该值无效，请按说明修改。'

/** What is said when nothing stands where something must; forms post no time that cannot be read. */
const saysMissing =
  /^This (field is missing|must not be null|must not be empty)\.$|^Use an ISO 8601 time /
/** The one rule whose words hold what was typed. */
const saysTaken = /^Another [\w ]+ is called "(.+)" already\./
/** Why a kind of channel may not be used, in the words of whoever switched it off. */
const saysSwitchedOff = /^Channels of this kind are switched off\.(?: Reason given: (.*))?$/s

/**
 * The fault of a field in the reader's language. Rules speak English, as programs read them too;
 * what has no Chinese words yet falls back to a plain sentence beside the field's own help.
 */
export function faultWords(message: string, locale: Locale): string {
  if (saysMissing.test(message)) return missing[locale]
  if (locale === 'en') return message
  const [, taken] = saysTaken.exec(message) ?? []
  if (taken !== undefined) return `名称“${taken}”已被使用，请换一个名称。`
  const off = saysSwitchedOff.exec(message)
  if (off !== null) return `这类通道已被停用。${off[1] === undefined ? '' : `原因：${off[1]}`}`
  return (
    chineseFaults[message] ??
    chineseAccountFault(message) ??
    chineseRangeFault(message) ??
    chineseScheduleFault(message) ??
    chineseRecurrenceFault(message) ??
    chineseTemplateFault(message) ??
    chineseShapeFault(message) ??
    unclear
  )
}
