import { carriesPersonalMail } from '@highwater/channels/catalog'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AccessTabs } from '~/features/access/access-tabs.tsx'
import { MailChannelForm } from '~/features/people/mail-channel-form.tsx'
import { PersonTable } from '~/features/people/person-table.tsx'
import { UnreachedPanel } from '~/features/people/unreached-panel.tsx'
import { readTargets } from '~/features/subscription/target-options.ts'
import { AddLink } from '~/forms/add-link.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('title') }
}

export default async function PeoplePage() {
  const { actor } = await requireViewer()
  const [t, access, locale] = await Promise.all([
    getTranslations('people'),
    getTranslations('access'),
    getLocale(),
  ])
  const refusal = refusalFor(actor, 'person.read', {}, locale)
  if (refusal !== null) {
    return (
      <>
        <PageHeader title={t('title')} description={t('description')} />
        <AccessTabs current="people" />
        <Notice>{refusal}</Notice>
      </>
    )
  }
  const api = await caller()
  const [people, found, installation, { channels }] = await Promise.all([
    api.people.list({}),
    api.people.reachability(),
    api.system.installation(),
    readTargets(),
  ])
  return (
    <ClientText areas={['people']}>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <AddLink href="/people/new" refusal={refusalFor(actor, 'user.write', {}, locale)}>
            {access('users.add')}
          </AddLink>
        }
      />
      <AccessTabs current="people" />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <UnreachedPanel found={found} />
        <MailChannelForm
          current={installation.mailChannel?.id ?? ''}
          channels={channels
            .filter(({ kind, department }) => department === null && carriesPersonalMail(kind))
            .map(({ id, name }) => ({ value: id, label: name }))}
          refusal={refusalFor(actor, 'installation.update', {}, locale)}
        />
      </div>
      <Panel flush>
        <PersonTable people={people} />
      </Panel>
    </ClientText>
  )
}
