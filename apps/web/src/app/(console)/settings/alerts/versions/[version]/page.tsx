import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ComparisonTable } from '~/features/levels/comparison-table.tsx'
import { levelChanges } from '~/features/levels/level-changes.ts'
import { LevelsTable } from '~/features/levels/levels-table.tsx'
import { RestorePanel } from '~/features/levels/restore-panel.tsx'
import { VersionOrigin } from '~/features/levels/version-origin.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { orNotFound } from '~/list/or-not-found.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Badge } from '~/ui/badge.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'

interface VersionPageProps {
  readonly params: Promise<{ readonly version: string }>
}

export async function generateMetadata({ params }: VersionPageProps): Promise<Metadata> {
  const { version } = await params
  const t = await getTranslations('settings.version')
  return { title: t('title', { version }) }
}

export default async function VersionPage({ params }: VersionPageProps) {
  const { version: asked } = await params
  const { actor } = await requireViewer()
  if (!/^[1-9]\d{0,8}$/.test(asked)) notFound()
  const api = await caller()
  const [t, locale, found] = await Promise.all([
    getTranslations('settings.version'),
    getLocale(),
    orNotFound(api.policy.version({ id: Number(asked) })),
  ])
  const { version, settings, before, inForce } = found
  const isInForce = version === inForce.version
  return (
    <ClientText areas={['settings', 'backtest']}>
      <PageHeader
        title={t('title', { version: asked })}
        marks={isInForce ? <Badge tone="accent">{t('inForce')}</Badge> : null}
        description={
          <>
            {found.createdByName}, <ExactTime at={found.createdAt} /> <VersionOrigin {...found} />
          </>
        }
      />
      <LevelsTable settings={settings} />
      {before === null ? null : (
        <Panel title={t('changes')} flush>
          <ComparisonTable
            caption={t('changes')}
            changes={levelChanges(before, settings)}
            before={t('ofVersion', { version: version - 1 })}
            after={t('ofVersion', { version })}
          />
        </Panel>
      )}
      {isInForce ? null : (
        <RestorePanel
          version={version}
          settings={settings}
          inForce={inForce.version}
          changes={levelChanges(inForce.settings, settings)}
          refusal={refusalFor(actor, 'policy.update', { department: null }, locale)}
        />
      )}
    </ClientText>
  )
}
