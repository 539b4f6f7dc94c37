import { sourceKinds } from '@highwater/sources/catalog'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { SourceForm } from '~/features/source/source-form.tsx'
import { creationRefusal } from '~/forms/creation-refusal.ts'
import { departmentOptions } from '~/forms/department-options.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('system.source')
  return { title: t('add') }
}

export default async function NewSourcePage() {
  const { actor } = await requireViewer()
  const [t, locale, departments] = await Promise.all([
    getTranslations('system.source'),
    getLocale(),
    caller().then((api) => api.people.departments()),
  ])
  const refusal = creationRefusal(actor, 'source.write', locale)
  const [kind] = sourceKinds
  return (
    <>
      <PageHeader title={t('add')} description={kind?.summary[locale]} />
      {refusal !== null || kind === undefined ? (
        <Notice>{refusal}</Notice>
      ) : (
        <ClientText areas={['system']}>
          <SourceForm
            kind={kind.kind}
            source={null}
            departments={departmentOptions(actor, 'source.write', departments)}
          />
        </ClientText>
      )}
    </>
  )
}
