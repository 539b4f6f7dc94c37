import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ChannelTemplates } from '~/features/template/channel-templates.tsx'
import { TemplateMatrix } from '~/features/template/template-matrix.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { everyPage } from '~/list/every-page.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { PageHeader } from '~/ui/page-header.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('templates')
  return { title: t('title') }
}

export default async function TemplatesPage() {
  const { actor } = await requireViewer()
  const api = await caller()
  const [t, locale, templates, channels] = await Promise.all([
    getTranslations('templates'),
    getLocale(),
    api.template.list(),
    everyPage((place) => api.channel.list(place)),
  ])
  const own = channels.filter(
    ({ department }) => refusalFor(actor, 'template.write', { department }, locale) === null,
  )
  return (
    <ClientText areas={['templates']}>
      <PageHeader title={t('title')} description={t('description')} />
      <TemplateMatrix templates={templates} />
      <ChannelTemplates
        templates={templates}
        channels={own.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </ClientText>
  )
}
