'use client'

import { assertNever, toSeconds } from '@highwater/core'
import type { Condition, Finding } from '@highwater/core/alert'
import { useLocale, useTranslations } from 'next-intl'
import { durationInWords } from '~/ui/duration-words.ts'

/** Answers "why is there (no) alert?" for one condition of a project. */
export function useFindingSentence(): (condition: Condition, finding: Finding) => string {
  const t = useTranslations('projects.finding')
  const holds = useTranslations('common.holdReason')
  const locale = useLocale()
  return (condition, finding) => {
    if (finding.is === 'inapplicable') return t('inapplicable', { reason: holds(finding.reason) })
    if (finding.is !== 'breach' && finding.reason !== 'within_threshold') {
      return t('unjudged', { reason: holds(finding.reason) })
    }
    if (finding.measure === null) return t(`fine.${condition}`)
    const observed = durationInWords(Math.round(toSeconds(finding.measure.observed)), locale)
    const threshold = durationInWords(toSeconds(finding.measure.threshold), locale)
    switch (finding.is) {
      case 'breach':
        return t(`breach.${condition}`, { observed, threshold })
      case 'good':
      case 'unjudged':
        return t(`within.${condition}`, { observed, threshold })
      default:
        return assertNever(finding)
    }
  }
}
