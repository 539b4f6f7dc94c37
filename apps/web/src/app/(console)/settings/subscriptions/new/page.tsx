import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { SubscriptionForm } from '~/features/subscription/subscription-form.tsx'
import { optionsFor, readTargets } from '~/features/subscription/target-options.ts'
import { creationRefusal } from '~/forms/creation-refusal.ts'
import { departmentOptions, departmentOptionsWithAll } from '~/forms/department-options.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('subscriptions')
  return { title: t('add') }
}

export default async function NewSubscriptionPage() {
  const { actor } = await requireViewer()
  const api = await caller()
  const [t, locale, timeZone, departments, targets] = await Promise.all([
    getTranslations('subscriptions'),
    getLocale(),
    getTimeZone(),
    api.people.departments(),
    readTargets(),
  ])
  const refusal = creationRefusal(actor, 'subscription.write', locale)
  const action = 'subscription.write'
  const places = departmentOptionsWithAll(actor, action, departments, t('form.everybody'))
  return (
    <>
      <PageHeader title={t('add')} description={t('description')} />
      {refusal === null ? (
        <ClientText areas={['subscriptions', 'silences']}>
          <SubscriptionForm
            subscription={null}
            places={places}
            departments={
              places[0]?.value === '' ? departmentOptions(actor, action, departments) : []
            }
            channels={optionsFor(targets.channels, null)}
            groups={optionsFor(targets.groups, null)}
            timeZone={timeZone}
          />
        </ClientText>
      ) : (
        <Notice>{refusal}</Notice>
      )}
    </>
  )
}
