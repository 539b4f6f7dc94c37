import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ProjectListScreen } from '~/features/project/project-list-screen.tsx'
import {
  parseProjectSearch,
  projectListInput,
  projectParameters,
} from '~/features/project/project-search.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { notUnderstood } from '~/list/not-understood.ts'
import { readAtCursor } from '~/list/read-at-cursor.ts'
import { readListQuery } from '~/list/read-list-query.ts'
import { requireViewer } from '~/server/viewer.ts'
import { getQueryClient, HydrateClient, trpc } from '~/trpc/server.tsx'

interface ProjectsPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('projects')
  return { title: t('title') }
}

export default async function ProjectsPage({ searchParams }: ProjectsPageProps) {
  await requireViewer()
  const given = await searchParams
  const { cursor: asked, ...filters } = parseProjectSearch(given)
  const query = readListQuery(given, projectParameters)
  const client = getQueryClient()
  // The curves come after the page: they are half of its weight and none of its news.
  const [{ cursor }] = await Promise.all([
    readAtCursor(asked, (place) =>
      client.fetchQuery(
        trpc.project.list.queryOptions(projectListInput({ ...filters, ...place }), {
          retry: false,
        }),
      ),
    ),
    client.fetchQuery(trpc.policy.levels.queryOptions()),
    client.fetchQuery(trpc.people.departments.queryOptions()),
    client.fetchQuery(trpc.project.tagNames.queryOptions()),
  ])
  const search = { ...filters, cursor }
  return (
    <HydrateClient>
      <ClientText areas={['projects', 'projectLife', 'backtest']}>
        <ProjectListScreen
          search={search}
          ignored={notUnderstood(query, search)}
          input={projectListInput(search)}
        />
      </ClientText>
    </HydrateClient>
  )
}
