import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NowScreen } from '~/features/now/now-screen.tsx'
import { projectsOf } from '~/features/now/projects-of.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { services } from '~/server/services.ts'
import { requireViewer } from '~/server/viewer.ts'
import { getQueryClient, HydrateClient, trpc } from '~/trpc/server.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('now')
  return { title: t('title') }
}

export default async function NowPage() {
  await requireViewer()
  const client = getQueryClient()
  const [now, channels] = await Promise.all([
    client.fetchQuery(trpc.alert.now.queryOptions()),
    client.fetchQuery(trpc.channel.list.queryOptions({ limit: 1 })),
    client.prefetchQuery(trpc.silence.ending.queryOptions()),
  ])
  const projects = projectsOf(now.alerts)
  if (projects.length > 0) {
    await client.prefetchQuery(trpc.project.sparklines.queryOptions({ projects }))
  }
  return (
    <HydrateClient>
      <ClientText areas={['now', 'alerts']}>
        <NowScreen
          hasChannels={channels.items.length > 0}
          consoleUrl={services().environment.HIGHWATER_URL}
        />
      </ClientText>
    </HydrateClient>
  )
}
