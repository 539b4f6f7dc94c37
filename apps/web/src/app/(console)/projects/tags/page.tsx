import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TagScreen } from '~/features/tag/tag-screen.tsx'
import { ClientText } from '~/i18n/client-text.tsx'
import { requireViewer } from '~/server/viewer.ts'
import { getQueryClient, HydrateClient, trpc } from '~/trpc/server.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('projectLife.tags')
  return { title: t('title') }
}

export default async function TagsPage() {
  await requireViewer()
  await getQueryClient().fetchQuery(trpc.project.tags.queryOptions())
  return (
    <HydrateClient>
      <ClientText areas={['projectLife']}>
        <TagScreen />
      </ClientText>
    </HydrateClient>
  )
}
