import type { SourceItem } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { durationInWords } from '~/ui/duration-words.ts'
import { FactList } from '~/ui/fact-list.tsx'
import { Panel } from '~/ui/panel.tsx'
import { RelativeTime } from '~/ui/relative-time.tsx'
import { SourceStanding } from './source-standing.tsx'

/** Clocks this close are in step as far as alerts are concerned. */
const inStepMs = 1_000

/** How the source has been doing. */
export function SourceFacts({ source }: { readonly source: SourceItem }) {
  const t = useTranslations('system.source')
  const common = useTranslations('common')
  const locale = useLocale()
  const { clockAheadMs, lastCollectedAt, projects, departmentName } = source
  const clockText = (ahead: number) => {
    if (Math.abs(ahead) < inStepMs) return t('inStep')
    const length = durationInWords(Math.abs(ahead) / 1_000, locale)
    return ahead > 0 ? t('ahead', { length }) : t('behind', { length })
  }
  return (
    <Panel className="max-w-2xl">
      <FactList
        facts={[
          [t('state'), <SourceStanding key="standing" source={source} />],
          [
            t('lastPoll'),
            lastCollectedAt === null ? (
              common('never')
            ) : (
              <RelativeTime key="answer" at={lastCollectedAt} />
            ),
          ],
          [t('projects'), t('seeProjects', { count: projects })],
          [t('department'), departmentName],
          [t('clock'), clockAheadMs === null ? null : clockText(clockAheadMs)],
        ]}
      />
    </Panel>
  )
}
