import type { SubscriptionId } from '@highwater/core'
import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { DeleteSubscriptionDialog } from '~/features/subscription/delete-subscription-dialog.tsx'
import { SubscriptionForm } from '~/features/subscription/subscription-form.tsx'
import { SubscriptionTable } from '~/features/subscription/subscription-table.tsx'
import { optionsFor, readTargets } from '~/features/subscription/target-options.ts'
import { departmentOptions } from '~/forms/department-options.ts'
import { ReadOnlyNotice } from '~/forms/read-only-notice.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { orNotFound } from '~/list/or-not-found.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Badge } from '~/ui/badge.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'

interface SubscriptionPageProps {
  readonly params: Promise<{ readonly id: string }>
}

const readSubscription = async ({ params }: SubscriptionPageProps) => {
  const { id } = await params
  await requireViewer()
  return orNotFound((await caller()).subscription.get({ id: id as SubscriptionId }))
}

export async function generateMetadata(props: SubscriptionPageProps): Promise<Metadata> {
  return { title: (await readSubscription(props)).name }
}

export default async function SubscriptionPage(props: SubscriptionPageProps) {
  const { actor } = await requireViewer()
  const api = await caller()
  const [t, locale, timeZone, subscription, departments, targets] = await Promise.all([
    getTranslations('subscriptions'),
    getLocale(),
    getTimeZone(),
    readSubscription(props),
    api.people.departments(),
    readTargets(),
  ])
  const { id, name, isDefault, version, department } = subscription
  const action = 'subscription.write'
  const refusal = refusalFor(actor, action, { department }, locale)
  return (
    <ClientText areas={['subscriptions', 'silences']}>
      <PageHeader
        title={name}
        marks={isDefault ? <Badge>{t('default')}</Badge> : null}
        actions={
          refusal === null && !isDefault ? <DeleteSubscriptionDialog id={id} name={name} /> : null
        }
      />
      {refusal === null ? (
        <SubscriptionForm
          key={version}
          subscription={subscription}
          places={[]}
          departments={department === null ? departmentOptions(actor, action, departments) : []}
          channels={optionsFor(targets.channels, department)}
          groups={optionsFor(targets.groups, department)}
          timeZone={timeZone}
        />
      ) : (
        <>
          <ReadOnlyNotice refusal={refusal} />
          <Panel flush>
            <SubscriptionTable rows={[{ subscription, refusal, names: targets.names }]} />
          </Panel>
        </>
      )}
    </ClientText>
  )
}
