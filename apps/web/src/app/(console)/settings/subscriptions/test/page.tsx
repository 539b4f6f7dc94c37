import { alertEvents } from '@highwater/core/alert'
import { protectionLevels } from '@highwater/core/policy'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notAsked, readRouting } from '~/features/subscription/read-routing.ts'
import { RoutingResult } from '~/features/subscription/routing-result.tsx'
import { ClientText } from '~/i18n/client-text.tsx'
import { oneOf, type PageParameters, readListQuery } from '~/list/read-list-query.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Button } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'
import { Select } from '~/ui/select.tsx'
import { TextInput } from '~/ui/text-input.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('subscriptions.test')
  return { title: t('title') }
}

/** Proposed while typing; the id or key of any other project may be written. */
const offered = 200

interface RoutingTestPageProps {
  readonly searchParams: Promise<PageParameters>
}

export default async function RoutingTestPage({ searchParams }: RoutingTestPageProps) {
  await requireViewer()
  const parameters = await searchParams
  const query = readListQuery(parameters, ['project', 'event', 'level'])
  const event = oneOf(alertEvents, query.event)
  const level = oneOf(protectionLevels, query.level)
  const [t, common, locale, projects] = await Promise.all([
    getTranslations('subscriptions.test'),
    getTranslations('common'),
    getLocale(),
    caller().then((api) => api.project.list({ limit: offered })),
  ])
  const { project } = query
  // The form always posts the field of the project: left empty, it is told what is missing.
  const isAsked = parameters.project !== undefined || event !== undefined
  const answer = isAsked ? await readRouting({ project, event, level }, locale) : notAsked
  return (
    <ClientText areas={['subscriptions', 'alerts']}>
      <PageHeader title={t('title')} description={t('description')} />
      <Panel>
        <form
          method="get"
          className="grid grid-cols-1 items-start gap-4 sm:grid-cols-[2fr_1fr_1fr_auto]"
        >
          <Field label={t('project')} help={t('projectHelp')} error={answer.faults.project}>
            {(control) => (
              <>
                <TextInput
                  {...control}
                  name="project"
                  list="projects"
                  autoComplete="off"
                  defaultValue={project}
                />
                <datalist id="projects">
                  {projects.items.map(({ id, name }) => (
                    <option key={id} value={id} label={name} />
                  ))}
                </datalist>
              </>
            )}
          </Field>
          <Field label={t('event')} error={answer.faults.event}>
            {(control) => (
              <Select
                {...control}
                name="event"
                defaultValue={event ?? ''}
                options={[
                  { value: '', label: t('anyEvent') },
                  ...alertEvents.map((value) => ({ value, label: common(`alertEvent.${value}`) })),
                ]}
              />
            )}
          </Field>
          <Field label={t('level')}>
            {(control) => (
              <Select
                {...control}
                name="level"
                defaultValue={level ?? ''}
                options={[
                  { value: '', label: t('ownLevel') },
                  ...protectionLevels.map((value) => ({ value, label: common(`level.${value}`) })),
                ]}
              />
            )}
          </Field>
          <Button type="submit" tone="primary" className="sm:mt-6">
            {t('run')}
          </Button>
        </form>
      </Panel>
      {answer.error === null ? null : <Notice tone="error">{answer.error}</Notice>}
      {answer.test === null ? null : <RoutingResult test={answer.test} />}
    </ClientText>
  )
}
