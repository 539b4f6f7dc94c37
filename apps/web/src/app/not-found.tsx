import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlainPage } from '~/features/gate/plain-page.tsx'
import { TextLink } from '~/ui/text-link.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors.notFound')
  return { title: t('title') }
}

export default async function NotFound() {
  const t = await getTranslations('errors.notFound')
  return (
    <main>
      <PlainPage title={t('title')} explanation={t('explanation')}>
        <TextLink href="/">{t('home')}</TextLink>
      </PlainPage>
    </main>
  )
}
