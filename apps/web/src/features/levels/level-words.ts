import { toSeconds } from '@highwater/core'
import { frequencyLimits, thresholdLimits } from '@highwater/core/policy'
import { useLocale, useTranslations } from 'next-intl'
import { durationInWords } from '~/ui/duration-words.ts'
import type { LevelFault } from './level-faults.ts'
import type { LevelField } from './level-fields.ts'

interface LevelWords {
  /** "Latency threshold, High" or "Latency threshold, High, Migration". */
  readonly name: (field: LevelField) => string
  readonly value: (field: LevelField, value: number | undefined) => string
  readonly range: (field: LevelField) => string
  readonly fault: (field: LevelField, fault: LevelFault) => string
}

const rows = {
  latencySeconds: 'latency',
  interruptionSeconds: 'interruption',
  frequencyMinutes: 'frequency',
} as const

/** The words for a value of the alert settings, wherever one is named. */
export function useLevelWords(): LevelWords {
  const t = useTranslations('settings')
  const common = useTranslations('common')
  const locale = useLocale()
  const length = (seconds: number) => durationInWords(seconds, locale)
  const minutes = (count: number) => t('everyMinutes', { count })
  const limits = ({ level, name }: LevelField) =>
    name === 'frequencyMinutes'
      ? {
          from: `${frequencyLimits.min / 60_000}`,
          to: `${frequencyLimits.max / 60_000} ${t('minutes')}`,
        }
      : {
          from: length(toSeconds(thresholdLimits[level].min)),
          to: length(toSeconds(thresholdLimits[level].max)),
        }
  return {
    name: ({ level, kind, name }) => {
      const cell = t('cell', { row: t(`row.${rows[name]}`), level: common(`level.${level}`) })
      return kind === null ? cell : t('cellOfKind', { cell, kind: common(`projectKind.${kind}`) })
    },
    value: ({ name }, value) => {
      if (value === undefined) return t('unset')
      return name === 'frequencyMinutes' ? minutes(value) : length(value)
    },
    range: (field) => t('range', limits(field)),
    fault: (field, fault) => {
      switch (fault.type) {
        case 'unreadable':
          return field.name === 'frequencyMinutes' ? t('error.wholeMinutes') : t('error.required')
        case 'outOfRange':
          return t('error.outOfRange', limits(field))
        case 'order':
          return t('error.order', {
            stricterLevel: common(`level.${fault.stricter.level}`),
            stricter: length(fault.stricter.value),
            laxerLevel: common(`level.${fault.laxer.level}`),
            laxer: length(fault.laxer.value),
          })
      }
    },
  }
}
