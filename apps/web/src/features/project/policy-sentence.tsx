'use client'

import { toSeconds } from '@highwater/core'
import type { ProjectPage } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { durationInWords } from '~/ui/duration-words.ts'
import { TextLink } from '~/ui/text-link.tsx'

/** When this project alerts and how often, in one sentence, and where these limits come from. */
export function PolicySentence({
  thresholds,
  project,
}: Pick<ProjectPage, 'thresholds' | 'project'>) {
  const t = useTranslations('projects.policy')
  const common = useTranslations('common')
  const locale = useLocale()
  if (thresholds === null) return <>{t('none')}</>
  const isOwn = thresholds.latencyFrom === 'kind' || thresholds.interruptionFrom === 'kind'
  return (
    <>
      {t('sentence', {
        latency: durationInWords(toSeconds(thresholds.latency), locale),
        interruption: durationInWords(toSeconds(thresholds.interruption), locale),
        minutes: toSeconds(thresholds.frequency) / 60,
      })}{' '}
      <span className="text-ink-muted">
        {t(isOwn ? 'fromKind' : 'fromLevel', {
          level: common(`level.${thresholds.level}`),
          kind: common(`projectKind.${project.kind}`),
          version: thresholds.policyVersion,
        })}{' '}
        <TextLink href="/settings/alerts">{t('settings')}</TextLink>
      </span>
    </>
  )
}
