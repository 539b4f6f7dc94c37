import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AlertGroupForm } from '~/features/alert-group/alert-group-form.tsx'
import { optionsFor, readTargets } from '~/features/subscription/target-options.ts'
import { creationRefusal } from '~/forms/creation-refusal.ts'
import { departmentOptionsWithAll } from '~/forms/department-options.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('subscriptions.groups')
  return { title: t('add') }
}

export default async function NewAlertGroupPage() {
  const { actor } = await requireViewer()
  const api = await caller()
  const [t, locale, departments, targets] = await Promise.all([
    getTranslations('subscriptions.groups'),
    getLocale(),
    api.people.departments(),
    readTargets(),
  ])
  const refusal = creationRefusal(actor, 'group.write', locale)
  return (
    <>
      <PageHeader title={t('add')} description={t('description')} />
      {refusal === null ? (
        <ClientText areas={['subscriptions']}>
          <AlertGroupForm
            group={null}
            places={departmentOptionsWithAll(actor, 'group.write', departments, t('everybody'))}
            channels={optionsFor(targets.channels, null)}
          />
        </ClientText>
      ) : (
        <Notice>{refusal}</Notice>
      )}
    </>
  )
}
