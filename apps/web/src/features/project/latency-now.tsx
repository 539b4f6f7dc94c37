import type { ProjectItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { HumanDuration } from '~/ui/human-duration.tsx'

/** How far behind a project is; a dash with its words where nothing is known. */
export function LatencyNow({ seconds }: { readonly seconds: ProjectItem['latencySeconds'] }) {
  const t = useTranslations('projects.detail')
  if (seconds !== null) return <HumanDuration seconds={Math.round(seconds * 10) / 10} />
  return (
    <span className="text-ink-faint" title={t('noLatency')}>
      <span aria-hidden>–</span>
      <span className="sr-only">{t('noLatency')}</span>
    </span>
  )
}
