import type { ProjectId } from '@highwater/core'
import { readNowFrom } from '@highwater/db/client'
import type { Metadata } from 'next'
import { parseProjectRange, rangeUntil } from '~/features/project/project-range.ts'
import { ProjectScreen } from '~/features/project/project-screen.tsx'
import { ClientText } from '~/i18n/client-text.tsx'
import { orNotFound } from '~/server/or-not-found.ts'
import { services } from '~/server/services.ts'
import { requireViewer } from '~/server/viewer.ts'
import { getQueryClient, HydrateClient, trpc } from '~/trpc/server.tsx'

interface ProjectPageProps {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

const readPage = (id: string) =>
  orNotFound(getQueryClient().fetchQuery(trpc.project.page.queryOptions({ id: id as ProjectId })))

export async function generateMetadata({ params }: ProjectPageProps): Promise<Metadata> {
  const { id } = await params
  await requireViewer()
  return { title: (await readPage(id)).project.name }
}

export default async function ProjectPage({ params, searchParams }: ProjectPageProps) {
  const { id } = await params
  await requireViewer()
  const query = await searchParams
  const range = parseProjectRange(query.range)
  const { environment, db } = services()
  const [{ project }, now] = await Promise.all([readPage(id), readNowFrom(db.sql)])
  const client = getQueryClient()
  await Promise.all([
    client.prefetchQuery(
      trpc.project.history.queryOptions({ project: project.id, ...rangeUntil(now, range) }),
    ),
    client.prefetchQuery(trpc.policy.levels.queryOptions()),
    client.prefetchQuery(trpc.silence.overProject.queryOptions({ id: project.id })),
  ])
  return (
    <HydrateClient>
      <ClientText areas={['now', 'alerts', 'projects', 'projectLife', 'backtest']}>
        <ProjectScreen
          id={project.id}
          range={range}
          consoleUrl={environment.HIGHWATER_URL}
          isNew={query.new !== undefined && project.lastSignalAt === null}
        />
      </ClientText>
    </HydrateClient>
  )
}
