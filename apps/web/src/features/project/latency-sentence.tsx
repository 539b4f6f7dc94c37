'use client'

import { isRunning } from '@highwater/core/project'
import type { ProjectPage } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { useNow } from '~/ui/clock.tsx'
import { durationInWords } from '~/ui/duration-words.ts'

/** Where a project stands, in one sentence; an old figure says how old it is. */
export function LatencySentence({ page }: { readonly page: ProjectPage }) {
  const t = useTranslations('projects.detail')
  const states = useTranslations('common.projectState')
  const locale = useLocale()
  const now = useNow()
  const { project } = page
  const words = (seconds: number) => durationInWords(Math.max(0, Math.round(seconds)), locale)
  const stoppedSince = project.interruptedSince ?? project.pausedSince
  if (!isRunning(project.state) && stoppedSince !== null) {
    return t('stateFor', {
      state: states(project.state),
      length: words((now - stoppedSince) / 1_000),
    })
  }
  const { latencySeconds, latencyObservedAt, latencyStaleFrom } = project
  if (latencySeconds === null || latencyObservedAt === null) return t('noLatency')
  const ageSeconds = (now - latencyObservedAt) / 1_000
  const length = words(latencySeconds)
  return latencyStaleFrom !== null && latencyStaleFrom <= now
    ? t('staleBehind', { length, age: words(ageSeconds) })
    : t('behind', { length })
}
