import { startingTemplate } from '@highwater/channels/catalog'
import { type ChannelId, messageLocales } from '@highwater/core'
import { messageKinds } from '@highwater/core/notify'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { resetTemplate } from '~/features/template/template-actions.ts'
import type { TemplateScope } from '~/features/template/template-address.ts'
import { TemplateForm } from '~/features/template/template-form.tsx'
import { VersionList } from '~/features/template/version-list.tsx'
import { ActionForm } from '~/forms/action-form.tsx'
import { ReadOnlyNotice } from '~/forms/read-only-notice.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { orNotFound } from '~/list/or-not-found.ts'
import { oneOf, type PageParameters, readListQuery } from '~/list/read-list-query.ts'
import { services } from '~/server/services.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Button } from '~/ui/button.tsx'
import { PageHeader } from '~/ui/page-header.tsx'

interface TemplatePageProps {
  readonly searchParams: Promise<PageParameters>
}

async function readScope({ searchParams }: TemplatePageProps): Promise<TemplateScope> {
  const query = readListQuery(await searchParams, ['kind', 'locale', 'channel'])
  const kind = oneOf(messageKinds, query.kind)
  const locale = oneOf(messageLocales, query.locale)
  if (kind === undefined || locale === undefined) notFound()
  return { kind, locale, channel: (query.channel ?? null) as ChannelId | null }
}

export async function generateMetadata(props: TemplatePageProps): Promise<Metadata> {
  const [t, { kind, locale }] = await Promise.all([getTranslations('templates'), readScope(props)])
  const names = { kind: t(`kind.${kind}`), locale: t(`locale.${locale}`) }
  return { title: t('edit.title', names) }
}

export default async function TemplatePage(props: TemplatePageProps) {
  const { actor } = await requireViewer()
  const scope = await readScope(props)
  const { kind, locale } = scope
  const api = await caller()
  const channel =
    scope.channel === null ? null : await orNotFound(api.channel.get({ id: scope.channel }))
  const [t, readerLocale, stored, recent, installation] = await Promise.all([
    getTranslations('templates'),
    getLocale(),
    api.template.find(scope),
    api.template.recentMessage(kind),
    api.system.installation(),
  ])
  const general = channel === null ? null : await api.template.find({ kind, locale, channel: null })
  const versions = stored === null ? [] : await api.template.versions({ id: stored.id })
  const place = { department: channel?.department ?? null }
  const refusal = refusalFor(actor, 'template.write', place, readerLocale)
  const start = stored?.content ?? general?.content ?? startingTemplate(kind, locale)
  return (
    <ClientText areas={['templates', 'channels']}>
      <PageHeader
        title={t('edit.title', { kind: t(`kind.${kind}`), locale: t(`locale.${locale}`) })}
        description={
          channel === null ? t('edit.forAll') : t('edit.forChannel', { name: channel.name })
        }
        actions={
          stored?.content == null || refusal !== null ? null : (
            <ActionForm
              action={resetTemplate}
              values={{ template: stored.id, version: String(stored.version) }}
              done={t('edit.resetDone')}
            >
              <Button type="submit">
                {t(general?.content == null ? 'edit.reset' : 'edit.resetToAll')}
              </Button>
            </ActionForm>
          )
        }
      />
      {refusal === null ? null : <ReadOnlyNotice refusal={refusal} />}
      <TemplateForm
        key={stored?.version ?? 0}
        scope={scope}
        stored={stored}
        start={start}
        channel={channel}
        recent={recent}
        consoleUrl={services().environment.HIGHWATER_URL}
        timeZone={installation.messageTimeZone}
        mayWrite={refusal === null}
      />
      {stored === null ? null : (
        <VersionList template={stored.id} versions={versions} mayWrite={refusal === null} />
      )}
    </ClientText>
  )
}
