import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { saveProvider } from '~/features/sign-in/provider-actions.ts'
import { ProviderForm } from '~/features/sign-in/provider-form.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { requireViewer } from '~/server/viewer.ts'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signInSettings.providers')
  return { title: t('add') }
}

export default async function NewProviderPage() {
  const { actor } = await requireViewer()
  const [t, locale] = await Promise.all([getTranslations('signInSettings.providers'), getLocale()])
  const refusal = refusalFor(actor, 'signIn.write', {}, locale)
  return (
    <>
      <PageHeader title={t('add')} description={t('description')} />
      {refusal === null ? (
        <ClientText areas={['signInSettings']}>
          <ProviderForm action={saveProvider} provider={null} callback={null} />
        </ClientText>
      ) : (
        <Notice>{refusal}</Notice>
      )}
    </>
  )
}
