import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LevelRulesPanel } from '~/features/level-rules/level-rules-panel.tsx'
import { saveLevels } from '~/features/levels/levels-actions.ts'
import { LevelsForm } from '~/features/levels/levels-form.tsx'
import { LevelsTable } from '~/features/levels/levels-table.tsx'
import { VersionHistory } from '~/features/levels/version-history.tsx'
import { ReadOnlyNotice } from '~/forms/read-only-notice.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { notUnderstood } from '~/list/not-understood.ts'
import { readAtCursor } from '~/list/read-at-cursor.ts'
import { type PageParameters, readListQuery } from '~/list/read-list-query.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { IgnoredFilters } from '~/ui/ignored-filters.tsx'
import { listAddress } from '~/ui/list-address.ts'
import { PageHeader } from '~/ui/page-header.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings')
  return { title: t('title') }
}

const path = '/settings/alerts'
const versionsShown = 10

interface AlertSettingsPageProps {
  readonly searchParams: Promise<PageParameters>
}

export default async function AlertSettingsPage({ searchParams }: AlertSettingsPageProps) {
  const { actor } = await requireViewer()
  const query = readListQuery(await searchParams, ['cursor'])
  const api = await caller()
  const [t, locale, levels, projects, rules, departments, { page: history, cursor }] =
    await Promise.all([
      getTranslations('settings'),
      getLocale(),
      api.policy.levels(),
      api.policy.projects(),
      api.levelRule.list(),
      api.people.departments(),
      readAtCursor(query.cursor, (place) =>
        api.policy.versions({ limit: versionsShown, ...place }),
      ),
    ])
  // What the last version shown changed is told against the one before it.
  const before =
    history.nextCursor === null
      ? null
      : await api.policy.versions({ limit: 1, cursor: history.nextCursor })
  const { version, ...settings } = levels
  const refusal = refusalFor(actor, 'policy.update', { department: null }, locale)
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <IgnoredFilters filters={notUnderstood(query, { cursor })} />
      <ClientText areas={['settings', 'backtest']}>
        {refusal === null ? (
          <LevelsForm
            action={saveLevels}
            settings={settings}
            version={version}
            projects={projects}
          />
        ) : (
          <>
            <ReadOnlyNotice refusal={refusal} />
            <LevelsTable settings={settings} />
          </>
        )}
      </ClientText>
      <ClientText areas={['levelRules']}>
        <LevelRulesPanel rules={rules} departments={departments} mayChange={refusal === null} />
      </ClientText>
      <VersionHistory
        versions={history.items}
        older={before?.items[0] ?? null}
        inForce={version}
        firstHref={cursor === undefined ? null : path}
        nextHref={
          history.nextCursor === null ? null : listAddress(path, { cursor: history.nextCursor })
        }
      />
    </>
  )
}
