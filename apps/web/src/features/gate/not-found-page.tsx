import { getTranslations } from 'next-intl/server'
import { TextLink } from '~/ui/text-link.tsx'
import { PlainPage } from './plain-page.tsx'

/** What stands where there is nothing, inside the frame of the console or without it. */
export async function NotFoundPage() {
  const t = await getTranslations('errors.notFound')
  return (
    <PlainPage title={t('title')} explanation={t('explanation')}>
      <TextLink href="/">{t('home')}</TextLink>
    </PlainPage>
  )
}
