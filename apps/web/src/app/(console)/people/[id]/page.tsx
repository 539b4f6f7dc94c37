import type { UserId } from '@highwater/core'
import { unreachableTexts } from '@highwater/core/person'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AccountAndRights } from '~/features/access/account-and-rights.tsx'
import { AccessPanel } from '~/features/account/access-panel.tsx'
import { SessionTable } from '~/features/account/session-table.tsx'
import { PersonContacts } from '~/features/people/person-contacts.tsx'
import { PersonTable } from '~/features/people/person-table.tsx'
import { ReadOnlyNotice } from '~/forms/read-only-notice.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { orNotFound } from '~/list/or-not-found.ts'
import { closedFor } from '~/server/closed-for.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'

interface PersonPageProps {
  readonly params: Promise<{ readonly id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('title') }
}

export default async function PersonPage({ params }: PersonPageProps) {
  const { actor } = await requireViewer()
  const { id } = await params
  const [t, locale] = await Promise.all([getTranslations('people'), getLocale()])
  const forbidden = await closedFor('person.read', { owner: id as UserId })
  if (forbidden !== null) {
    return (
      <>
        <PageHeader title={t('title')} />
        <Notice>{forbidden}</Notice>
      </>
    )
  }
  const api = await caller()
  const person = await orNotFound(api.people.get({ id: id as UserId }))
  const { mailChannel } = await api.system.installation()
  const access =
    person.id !== actor.id && refusalFor(actor, 'session.read', {}, locale) === null
      ? await api.user.access({ id: person.id })
      : null
  const mayAdminister = refusalFor(actor, 'user.write', {}, locale) === null
  const refusal = refusalFor(actor, 'person.update', { owner: person.id }, locale)
  return (
    <ClientText areas={['access', 'people', 'channels', 'account']}>
      <PageHeader title={person.name} description={person.email} />
      {person.unreachable === null ? null : (
        <Notice tone="warning">{unreachableTexts[person.unreachable][locale]}</Notice>
      )}
      {refusal === null ? (
        <PersonContacts
          person={person}
          isOwn={person.id === actor.id}
          isMailCarried={mailChannel?.enabled === true}
        />
      ) : (
        <>
          <ReadOnlyNotice refusal={refusal} />
          <Panel flush>
            <PersonTable people={[person]} />
          </Panel>
        </>
      )}
      {access === null ? null : (
        <>
          <AccessPanel
            user={person.id}
            access={access}
            refusal={refusalFor(actor, 'password.reset', {}, locale)}
          />
          <SessionTable
            sessions={access.sessions}
            current={null}
            user={person.id}
            refusal={refusalFor(actor, 'session.revoke', { owner: person.id }, locale)}
          />
        </>
      )}
      {mayAdminister ? <AccountAndRights id={person.id} /> : null}
    </ClientText>
  )
}
