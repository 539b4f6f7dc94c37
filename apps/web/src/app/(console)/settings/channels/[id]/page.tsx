import { channelKindOf } from '@highwater/channels/catalog'
import type { ChannelId } from '@highwater/core'
import { can } from '@highwater/core/permissions'
import { Copy } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import {
  probeChannel,
  readChannelTest,
  setChannelEnabled,
  submitChannel,
} from '~/features/channel/channel-actions.ts'
import { ChannelFacts } from '~/features/channel/channel-facts.tsx'
import { ChannelForm } from '~/features/channel/channel-form.tsx'
import { clustersFor } from '~/features/channel/clusters-for.ts'
import { CutOffNotice } from '~/features/channel/cut-off-notice.tsx'
import { DeleteChannelDialog } from '~/features/channel/delete-channel-dialog.tsx'
import { ActionForm } from '~/forms/action-form.tsx'
import { ReadOnlyNotice } from '~/forms/read-only-notice.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { SettingsRead } from '~/forms/settings-read.tsx'
import { ClientText } from '~/i18n/client-text.tsx'
import { everyPage } from '~/list/every-page.ts'
import { orNotFound } from '~/list/or-not-found.ts'
import { services } from '~/server/services.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Badge } from '~/ui/badge.tsx'
import { Button } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { PageLink } from '~/ui/page-link.tsx'

interface ChannelPageProps {
  readonly params: Promise<{ readonly id: string }>
}

const readChannel = async ({ params }: ChannelPageProps) => {
  const { id } = await params
  await requireViewer()
  return orNotFound((await caller()).channel.get({ id: id as ChannelId }))
}

export async function generateMetadata(props: ChannelPageProps): Promise<Metadata> {
  return { title: (await readChannel(props)).name }
}

export default async function ChannelPage(props: ChannelPageProps) {
  const { actor } = await requireViewer()
  const channel = await readChannel(props)
  const api = await caller()
  const [t, kinds, locale, others, installation, templates, clusters] = await Promise.all([
    getTranslations('channels'),
    getTranslations('channelKinds'),
    getLocale(),
    everyPage((place) => api.channel.list(place)),
    api.system.installation(),
    api.template.list(),
    clustersFor(channel.kind, api),
  ])
  const refusal = refusalFor(actor, 'channel.write', { department: channel.department }, locale)
  return (
    <ClientText areas={['channels', 'deliveries']}>
      <PageHeader
        title={channel.name}
        marks={channel.enabled ? null : <Badge>{t('state.disabled')}</Badge>}
        actions={
          refusal === null ? (
            <>
              <ActionForm
                action={setChannelEnabled}
                values={{ channel: channel.id, enabled: String(!channel.enabled) }}
                done={t(channel.enabled ? 'disabled' : 'enabled', { name: channel.name })}
              >
                <Button type="submit">{t(channel.enabled ? 'disable' : 'enable')}</Button>
              </ActionForm>
              <Button asChild>
                <PageLink href={`/settings/channels/new?copy=${channel.id}`}>
                  <Copy aria-hidden />
                  {t('copy')}
                </PageLink>
              </Button>
              <DeleteChannelDialog id={channel.id} name={channel.name} />
            </>
          ) : null
        }
      />
      <CutOffNotice
        channel={channel}
        tryNow={
          can(actor, 'channel.test', { department: channel.department }).allowed
            ? probeChannel
            : null
        }
      />
      {channel.kindOff === null ? null : (
        <Notice tone="warning">
          {channel.kindOff.note === ''
            ? kinds('why')
            : kinds('whyWith', { note: channel.kindOff.note })}
        </Notice>
      )}
      <ChannelFacts channel={channel} />
      {refusal === null ? (
        <ChannelForm
          key={channel.version}
          action={submitChannel}
          readTest={readChannelTest}
          kind={channel.kind}
          channel={channel}
          draft={{ ...channel, flow: channel }}
          others={others.flatMap(({ id, name }) => (id === channel.id ? [] : [{ id, name }]))}
          departments={[]}
          clusters={clusters}
          consoleUrl={services().environment.HIGHWATER_URL}
          messageLocale={installation.messageLocale}
          timeZone={installation.messageTimeZone}
          templates={templates.filter(
            (each) => each.channel === null || each.channel === channel.id,
          )}
        />
      ) : (
        <>
          <SettingsRead
            fields={channelKindOf(channel.kind).fields}
            config={channel.config}
            secrets={channel.secrets}
            clusters={clusters}
          />
          <ReadOnlyNotice refusal={refusal} />
        </>
      )}
    </ClientText>
  )
}
