import type { AlertId } from '@highwater/core'
import type { Metadata } from 'next'
import { AlertScreen } from '~/features/alert/alert-screen.tsx'
import { ClientText } from '~/i18n/client-text.tsx'
import { orNotFound } from '~/server/or-not-found.ts'
import { services } from '~/server/services.ts'
import { requireViewer } from '~/server/viewer.ts'
import { getQueryClient, HydrateClient, trpc } from '~/trpc/server.tsx'

interface AlertPageProps {
  readonly params: Promise<{ readonly id: string }>
}

const readAlert = (id: string) =>
  orNotFound(getQueryClient().fetchQuery(trpc.alert.get.queryOptions({ id: id as AlertId })))

export async function generateMetadata({ params }: AlertPageProps): Promise<Metadata> {
  const { id } = await params
  await requireViewer()
  const alert = await readAlert(id)
  return { title: `${alert.shortId} ${alert.subject}` }
}

export default async function AlertPage({ params }: AlertPageProps) {
  const { id } = await params
  await requireViewer()
  const alert = await readAlert(id)
  const client = getQueryClient()
  await Promise.all([
    client.prefetchQuery(trpc.alert.history.queryOptions({ id: alert.id })),
    client.prefetchQuery(trpc.silence.overAlert.queryOptions({ id: alert.id })),
  ])
  return (
    <HydrateClient>
      <ClientText areas={['now', 'alerts']}>
        <AlertScreen
          id={alert.id}
          url={`${services().environment.HIGHWATER_URL}/alerts/${alert.id}`}
        />
      </ClientText>
    </HydrateClient>
  )
}
