import { parameterTable } from '@highwater/core/parameters'
import type { ParameterItem } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'

/** What a row says of a parameter, in the reader's language. */
export function useParameterWords({ key, unit, min, max, default: preset }: ParameterItem) {
  const t = useTranslations('parameters')
  const locale = useLocale()
  const plain = (value: number) => value.toLocaleString(locale)
  const limits = { min: plain(min), max: plain(max), default: plain(preset) }
  const isBare = unit === 'count' || unit === 'ratio'
  const unitName = isBare ? null : t(`unit.${unit}`)
  return {
    name: parameterTable[key].label[locale],
    meaning: parameterTable[key].meaning[locale],
    unitName,
    range:
      unitName === null ? t('range', limits) : t('rangeWithUnit', { ...limits, unit: unitName }),
    valueOf: (value: number) => (unitName === null ? plain(value) : `${plain(value)} ${unitName}`),
  }
}
