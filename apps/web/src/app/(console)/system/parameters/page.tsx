import { parameterGroupNames, parameterGroups } from '@highwater/core/parameters'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ParameterGroupPanel } from '~/features/parameters/parameter-group.tsx'
import { ReadOnlyNotice } from '~/forms/read-only-notice.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { PageHeader } from '~/ui/page-header.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('parameters')
  return { title: t('title') }
}

export default async function ParametersPage() {
  const { actor } = await requireViewer()
  const api = await caller()
  const [t, locale, { items, version }] = await Promise.all([
    getTranslations('parameters'),
    getLocale(),
    api.parameter.list(),
  ])
  const refusal = refusalFor(actor, 'parameter.update', { department: null }, locale)
  return (
    <ClientText areas={['parameters']}>
      <PageHeader title={t('title')} description={t('description')} />
      {refusal === null ? null : <ReadOnlyNotice refusal={refusal} />}
      <nav aria-label={t('contents')} className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {parameterGroups.map((group) => (
          <a key={group} href={`#${group}`} className="text-accent underline">
            {parameterGroupNames[group][locale]}
          </a>
        ))}
      </nav>
      {parameterGroups.map((group) => (
        <ParameterGroupPanel
          key={group}
          group={group}
          items={items.filter((item) => item.group === group)}
          version={version}
          mayChange={refusal === null}
        />
      ))}
    </ClientText>
  )
}
