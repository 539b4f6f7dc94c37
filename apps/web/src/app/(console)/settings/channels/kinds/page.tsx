import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { KindTable } from '~/features/channel-kind/kind-table.tsx'
import { SwitchOffForm } from '~/features/channel-kind/switch-off-form.tsx'
import { departmentOptionsWithAll } from '~/forms/department-options.ts'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { PageHeader } from '~/ui/page-header.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('channelKinds')
  return { title: t('title') }
}

export default async function ChannelKindsPage() {
  const { actor } = await requireViewer()
  const api = await caller()
  const [t, locale, switches, departments] = await Promise.all([
    getTranslations('channelKinds'),
    getLocale(),
    api.channel.kindSwitches(),
    api.people.departments(),
  ])
  const places = departmentOptionsWithAll(actor, 'channelKind.write', departments, t('everybody'))
  return (
    <ClientText areas={['channelKinds']}>
      <PageHeader title={t('title')} description={t('description')} />
      <KindTable
        rows={switches.map((off) => ({
          off,
          refusal: refusalFor(actor, 'channelKind.write', { department: off.department }, locale),
        }))}
      />
      {places.length === 0 ? null : <SwitchOffForm places={places} />}
    </ClientText>
  )
}
