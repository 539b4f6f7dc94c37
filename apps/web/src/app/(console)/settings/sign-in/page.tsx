import { environmentProvider } from '@highwater/core/sign-in'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LocalPanel } from '~/features/sign-in/local-panel.tsx'
import { ProviderTable } from '~/features/sign-in/provider-table.tsx'
import { RulesPanel } from '~/features/sign-in/rules-panel.tsx'
import { TryPanel } from '~/features/sign-in/try-panel.tsx'
import { AddLink } from '~/forms/add-link.tsx'
import { ReadOnlyNotice } from '~/forms/read-only-notice.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { callbackAddress, environmentWayIn } from '~/server/auth/provider/ways-in.ts'
import { closedFor } from '~/server/closed-for.ts'
import { services } from '~/server/services.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signInSettings')
  return { title: t('title') }
}

export default async function SignInSettingsPage() {
  const { actor } = await requireViewer()
  const [t, locale] = await Promise.all([getTranslations('signInSettings'), getLocale()])
  const closed = await closedFor('signIn.read')
  const header = <PageHeader title={t('title')} description={t('description')} />
  if (closed !== null) {
    return (
      <>
        {header}
        <Notice>{closed}</Notice>
      </>
    )
  }
  const { environment } = services()
  const api = await caller()
  const [providers, policy, departments, local] = await Promise.all([
    api.signIn.providers(),
    api.signIn.policy(),
    api.people.departments(),
    api.signIn.local(),
  ])
  const refusal = refusalFor(actor, 'signIn.write', {}, locale)
  const way = environmentWayIn(environment)
  const options = [
    { key: environmentProvider, name: way?.name ?? t('providers.fromEnvironment') },
    ...providers.map(({ id, name }) => ({ key: id, name })),
  ]
  const callbacks = Object.fromEntries(
    options.map(({ key }) => [key, callbackAddress(environment, key)]),
  )
  return (
    <ClientText areas={['signInSettings']}>
      {header}
      {refusal === null ? null : <ReadOnlyNotice refusal={refusal} />}
      <Panel
        title={t('providers.title')}
        description={t('providers.description')}
        actions={
          <AddLink href="/settings/sign-in/new" refusal={refusal}>
            {t('providers.add')}
          </AddLink>
        }
        flush
      >
        {way === null && providers.length === 0 ? (
          <p className="p-4 text-ink-muted text-sm">{t('providers.empty')}</p>
        ) : (
          <ProviderTable
            providers={providers}
            environment={
              way === null ? null : { name: way.name, issuer: environment.OIDC_ISSUER ?? '' }
            }
            policy={policy}
            callbacks={callbacks}
            refusal={refusal}
          />
        )}
      </Panel>
      <RulesPanel
        policy={policy}
        providers={options}
        departments={departments}
        mayChange={refusal === null}
      />
      <LocalPanel local={local} refusal={refusal} />
      <TryPanel providers={options} environmentGroupsClaim={environment.OIDC_GROUPS_CLAIM} />
    </ClientText>
  )
}
