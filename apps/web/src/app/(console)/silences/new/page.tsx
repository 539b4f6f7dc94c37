import { hours, type Instant, isId, type ProjectId, plus } from '@highwater/core'
import { readNowFrom } from '@highwater/db/client'
import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { SilenceForm } from '~/features/silence/silence-form.tsx'
import { emptyValues, localText } from '~/features/silence/silence-values.ts'
import { creationRefusal } from '~/forms/creation-refusal.ts'
import { departmentOptions, departmentOptionsWithAll } from '~/forms/department-options.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { type PageParameters, readListQuery } from '~/list/read-list-query.ts'
import { services } from '~/server/services.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'

const parameters = ['kind', 'project', 'hours'] as const

interface NewSilencePageProps {
  readonly searchParams: Promise<PageParameters>
}

export async function generateMetadata({ searchParams }: NewSilencePageProps): Promise<Metadata> {
  const t = await getTranslations('silences.form')
  const { kind } = readListQuery(await searchParams, parameters)
  return { title: t(kind === 'maintenance' ? 'newWindow' : 'newSilence') }
}

/** The project that an address asks to silence; null when there is none that the reader may see. */
async function readProject(id: string | undefined) {
  if (id === undefined || !isId(id)) return null
  const api = await caller()
  return api.project.get({ id: id as ProjectId }).catch(() => null)
}

const longestHours = 24 * 31

function untilOf(asked: string | undefined, now: Instant, timeZone: string): string {
  const length = Number(asked)
  return length > 0 && length <= longestHours ? localText(plus(now, hours(length)), timeZone) : ''
}

export default async function NewSilencePage({ searchParams }: NewSilencePageProps) {
  const { actor } = await requireViewer()
  const query = readListQuery(await searchParams, parameters)
  const api = await caller()
  const [t, locale, timeZone, departments, project, now] = await Promise.all([
    getTranslations('silences.form'),
    getLocale(),
    getTimeZone(),
    api.people.departments(),
    readProject(query.project),
    readNowFrom(services().db.sql),
  ])
  const kind = query.kind === 'maintenance' ? 'maintenance' : 'silence'
  const refusal = creationRefusal(actor, 'silence.write', locale)
  const places = departmentOptionsWithAll(actor, 'silence.write', departments, t('everybody'))
  const isForAll = places[0]?.value === ''
  return (
    <>
      <PageHeader title={t(kind === 'maintenance' ? 'newWindow' : 'newSilence')} />
      {refusal === null ? (
        <ClientText areas={['silences']}>
          <SilenceForm
            values={{
              ...emptyValues(kind, now, timeZone),
              name: project?.name.slice(0, 100) ?? '',
              projects: project === null ? [] : [{ id: project.id, name: project.name }],
              until: untilOf(query.hours, now, timeZone),
            }}
            places={places}
            departments={isForAll ? departmentOptions(actor, 'silence.write', departments) : []}
          />
        </ClientText>
      ) : (
        <Notice>{refusal}</Notice>
      )}
    </>
  )
}
