import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NotFoundPage } from '~/features/gate/not-found-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors.notFound')
  return { title: t('title') }
}

export default function NotFound() {
  return (
    <main>
      <NotFoundPage />
    </main>
  )
}
