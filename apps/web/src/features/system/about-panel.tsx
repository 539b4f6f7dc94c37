import type { Installation, SystemPage } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { ExactTime } from '~/ui/exact-time.tsx'
import { FactList } from '~/ui/fact-list.tsx'
import { Panel } from '~/ui/panel.tsx'

interface AboutPanelProps {
  readonly page: SystemPage
  readonly installation: Installation
  readonly version: string
  readonly consoleUrl: string
}

/** Versions, the database, and the way to the documentation of the API. */
export function AboutPanel({ page, installation, version, consoleUrl }: AboutPanelProps) {
  const t = useTranslations('system')
  const locale = useLocale()
  const { applied, known } = page.migrations
  const size = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  }).format(page.database.sizeBytes / 1_000_000)
  return (
    <Panel title={t('about.title')}>
      <FactList
        facts={[
          [t('about.version'), version],
          [t('about.address'), consoleUrl],
          [t('health.database'), t('about.database', { version: page.database.version, size })],
          [t('health.migrations'), t('about.migrations', { applied, known })],
          [t('about.installed'), <ExactTime key="installed" at={installation.createdAt} />],
          [
            t('about.documentation'),
            // Not a page of the console: it is served by the API itself.
            <a key="docs" href="/api/v1/docs" className="text-accent underline">
              {t('about.openDocumentation')}
            </a>,
          ],
        ]}
      />
    </Panel>
  )
}
