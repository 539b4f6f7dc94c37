'use client'

import { toSeconds } from '@highwater/core'
import {
  type ProtectionLevel,
  type ProtectionLevelSettings,
  protectionLevels,
  thresholdsFor,
} from '@highwater/core/policy'
import type { ProjectKind } from '@highwater/core/project'
import { useLocale, useTranslations } from 'next-intl'
import { durationInWords } from '~/ui/duration-words.ts'
import { LevelShield } from '~/ui/level-shield.tsx'
import { RadioCards } from '~/ui/radio-cards.tsx'

interface LevelCardsProps {
  readonly settings: ProtectionLevelSettings
  readonly kind: ProjectKind
  /** The level in force; null where there are several. */
  readonly current: ProtectionLevel | null
  readonly chosen: ProtectionLevel | undefined
  readonly onChoose?: (level: ProtectionLevel) => void
}

const isLevel = (value: string): value is ProtectionLevel =>
  protectionLevels.some((level) => level === value)

/** The four levels with the thresholds and the frequency that are really in force. */
export function LevelCards({ settings, kind, current, chosen, onChoose }: LevelCardsProps) {
  const t = useTranslations('projects.level')
  const locale = useLocale()
  const describe = (level: ProtectionLevel) => {
    const thresholds = thresholdsFor(settings, level, kind)
    if (thresholds === null) return t('noneText')
    return (
      <>
        <span className="block">
          {t('latency', { length: durationInWords(toSeconds(thresholds.latency), locale) })}
        </span>
        <span className="block">
          {t('interruption', {
            length: durationInWords(toSeconds(thresholds.interruption), locale),
          })}
        </span>
        <span className="block">
          {t('frequency', { count: toSeconds(thresholds.frequency) / 60 })}
        </span>
      </>
    )
  }
  return (
    <RadioCards
      legend={t('legend')}
      hideLegend
      name="level"
      defaultValue={chosen}
      onValueChange={(value) => {
        if (isLevel(value)) onChoose?.(value)
      }}
      cards={protectionLevels.map((level) => ({
        value: level,
        title: <LevelShield level={level} />,
        description: describe(level),
        note: level === current ? t('current') : undefined,
      }))}
    />
  )
}
