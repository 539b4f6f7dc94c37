import { channelKindOf, isChannelKind } from '@highwater/channels/catalog'
import type { ChannelId } from '@highwater/core'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { readChannelTest, submitChannel } from '~/features/channel/channel-actions.ts'
import { ChannelForm } from '~/features/channel/channel-form.tsx'
import { clustersFor } from '~/features/channel/clusters-for.ts'
import { copiedDraft } from '~/features/channel/copied-draft.ts'
import { KindChooser } from '~/features/channel/kind-chooser.tsx'
import { kindsOffIn } from '~/features/channel-kind/kinds-off.ts'
import { creationRefusal, placesFor } from '~/forms/creation-refusal.ts'
import { departmentOptionsWithAll } from '~/forms/department-options.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { everyPage } from '~/list/every-page.ts'
import { type PageParameters, readListQuery } from '~/list/read-list-query.ts'
import { services } from '~/server/services.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Button } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { PageLink } from '~/ui/page-link.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('channels.form')
  return { title: t('newTitle') }
}

const path = '/settings/channels/new'

interface NewChannelPageProps {
  readonly searchParams: Promise<PageParameters>
}

export default async function NewChannelPage({ searchParams }: NewChannelPageProps) {
  const { actor } = await requireViewer()
  const query = readListQuery(await searchParams, ['kind', 'copy'])
  const api = await caller()
  const [t, locale] = await Promise.all([getTranslations('channels'), getLocale()])
  const refusal = creationRefusal(actor, 'channel.write', locale)
  if (refusal !== null) {
    return (
      <>
        <PageHeader title={t('form.newTitle')} />
        <Notice>{refusal}</Notice>
      </>
    )
  }
  const copied =
    query.copy === undefined ? null : await api.channel.get({ id: query.copy as ChannelId })
  const kind = copied?.kind ?? query.kind
  const [switches, leftOff] = await Promise.all([
    api.channel.kindSwitches(),
    api.channel.kindsLeftOff(),
  ])
  const off = kindsOffIn(switches, placesFor(actor, 'channel.write'))
  if (kind === undefined || !isChannelKind(kind) || off.has(kind) || leftOff.includes(kind)) {
    return (
      <>
        <PageHeader title={t('form.newTitle')} description={t('form.chooseKind')} />
        <KindChooser off={off} leftOff={leftOff} />
      </>
    )
  }
  const [departments, others, installation, templates, clusters] = await Promise.all([
    api.people.departments(),
    everyPage((place) => api.channel.list(place)),
    api.system.installation(),
    api.template.list(),
    clustersFor(kind, api),
  ])
  return (
    <>
      <PageHeader
        title={t('form.newTitle')}
        description={channelKindOf(kind).label[locale]}
        actions={
          <Button asChild>
            <PageLink href={path}>{t('form.changeKind')}</PageLink>
          </Button>
        }
      />
      {copied === null ? null : <Notice>{t('copyNotice', { name: copied.name })}</Notice>}
      <ClientText areas={['channels']}>
        <ChannelForm
          key={kind}
          action={submitChannel}
          readTest={readChannelTest}
          kind={kind}
          channel={null}
          draft={
            copied === null
              ? {
                  name: '',
                  config: {},
                  fallbackChannel: null,
                  flow: { aggregation: null, monthlyQuota: null },
                }
              : copiedDraft(copied, t('copyOf', { name: copied.name }))
          }
          others={others.map(({ id, name }) => ({ id, name }))}
          departments={departmentOptionsWithAll(
            actor,
            'channel.write',
            departments,
            t('everybody'),
          )}
          clusters={clusters}
          consoleUrl={services().environment.HIGHWATER_URL}
          messageLocale={installation.messageLocale}
          timeZone={installation.messageTimeZone}
          templates={templates.filter(({ channel }) => channel === null)}
        />
      </ClientText>
    </>
  )
}
