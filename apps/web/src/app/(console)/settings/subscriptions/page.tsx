import { Route } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { SubscriptionTable } from '~/features/subscription/subscription-table.tsx'
import { readTargets } from '~/features/subscription/target-options.ts'
import { AddLink } from '~/forms/add-link.tsx'
import { creationRefusal } from '~/forms/creation-refusal.ts'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Button } from '~/ui/button.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { PageLink } from '~/ui/page-link.tsx'
import { Panel } from '~/ui/panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('subscriptions')
  return { title: t('title') }
}

const path = '/settings/subscriptions'

export default async function SubscriptionsPage() {
  const { actor } = await requireViewer()
  const api = await caller()
  const [t, locale, subscriptions, { names }] = await Promise.all([
    getTranslations('subscriptions'),
    getLocale(),
    api.subscription.list(),
    readTargets(),
  ])
  const refusal = creationRefusal(actor, 'subscription.write', locale)
  return (
    <ClientText areas={['subscriptions']}>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            <Button asChild>
              <PageLink href={`${path}/test`}>
                <Route aria-hidden />
                {t('try')}
              </PageLink>
            </Button>
            <AddLink href={`${path}/new`} refusal={refusal}>
              {t('add')}
            </AddLink>
          </>
        }
      />
      <Panel flush>
        <SubscriptionTable
          rows={subscriptions.map((subscription) => ({
            subscription,
            names,
            refusal: refusalFor(
              actor,
              'subscription.write',
              { department: subscription.department },
              locale,
            ),
          }))}
        />
      </Panel>
    </ClientText>
  )
}
