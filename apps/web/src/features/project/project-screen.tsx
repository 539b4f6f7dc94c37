'use client'

import type { ProjectId } from '@highwater/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { BellOff, Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { AlertTable } from '~/features/alert/alert-table.tsx'
import type { BulkAction } from '~/features/project-life/bulk-action.ts'
import { BulkDialog } from '~/features/project-life/bulk-dialog.tsx'
import { BulkMenu } from '~/features/project-life/bulk-menu.tsx'
import { ProjectSteps } from '~/features/project-life/project-steps.tsx'
import { useBulkActions } from '~/features/project-life/use-bulk-actions.ts'
import { WatchNotice } from '~/features/project-life/watch-notice.tsx'
import { ProjectSilences } from '~/features/silence/silence-badges.tsx'
import { useRefusal } from '~/frame/viewer.tsx'
import { useTRPC } from '~/trpc/client.tsx'
import { Button } from '~/ui/button.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { PageLink } from '~/ui/page-link.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { Endpoints } from './endpoints.tsx'
import { LatencySentence } from './latency-sentence.tsx'
import { LevelButton } from './level-button.tsx'
import { LevelDialog } from './level-dialog.tsx'
import { PolicySentence } from './policy-sentence.tsx'
import { ProjectBadge } from './project-badge.tsx'
import { ProjectChart } from './project-chart.tsx'
import { ProjectFacts } from './project-facts.tsx'
import { ProjectFindings } from './project-findings.tsx'
import type { ProjectRange } from './project-range.ts'
import { SendSignals } from './send-signals.tsx'

interface ProjectScreenProps {
  readonly id: ProjectId
  readonly range: ProjectRange
  readonly consoleUrl: string
  readonly isNew: boolean
}

/** A page's figures count on by themselves only so far. */
const readEveryMs = 10_000

/** One project: how far behind, why it alerts or not, and how to report for it. */
export function ProjectScreen({ id, range, consoleUrl, isNew }: ProjectScreenProps) {
  const t = useTranslations('projects')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const { data: page } = useSuspenseQuery(
    trpc.project.page.queryOptions({ id }, { refetchInterval: readEveryMs }),
  )
  const { project, openAlerts, recentAlerts, findings, dismissed } = page
  const refusalOf = useRefusal()
  const refusal = refusalOf('project.update', project)
  const maySilence = refusalOf('silence.write', project) === null
  const [editsLevel, setEditsLevel] = useState(false)
  const [action, setAction] = useState<BulkAction | null>(null)
  const actions = useBulkActions()(project)
  const isDismissed = dismissed.some(({ condition }) => findings[condition].is === 'breach')
  const alerts = [...openAlerts, ...recentAlerts]
  const signals = <SendSignals project={project} consoleUrl={consoleUrl} isNew={isNew} />
  return (
    <>
      <PageHeader
        title={project.name}
        marks={
          <>
            <ProjectBadge {...project} isDismissed={isDismissed} />
            <LevelButton project={project} onEdit={() => setEditsLevel(true)} />
            <ProjectSilences id={project.id} />
          </>
        }
        description={<Endpoints {...project} />}
        actions={
          <>
            {maySilence ? (
              <Button asChild>
                <PageLink href={`/silences/new?project=${project.id}`}>
                  <BellOff aria-hidden />
                  {t('silence')}
                </PageLink>
              </Button>
            ) : null}
            {refusal === null ? (
              <Button asChild>
                <PageLink href={`/projects/${project.id}/edit`}>
                  <Pencil aria-hidden />
                  {common('edit')}
                </PageLink>
              </Button>
            ) : null}
            <BulkMenu actions={actions} onChoose={setAction} />
          </>
        }
      />
      <WatchNotice
        project={project}
        onResume={actions.includes('resume_watching') ? () => setAction('resume_watching') : null}
      />
      {isNew ? signals : null}
      <div>
        <p className="font-medium text-lg">
          <LatencySentence page={page} />
        </p>
        <p className="mt-1 max-w-prose text-sm">
          <PolicySentence {...page} />
        </p>
      </div>
      <ProjectChart project={project} range={range} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <Panel title={t(openAlerts.length > 0 ? 'detail.why' : 'detail.whyQuiet')}>
          <ProjectFindings findings={page.findings} dismissed={page.dismissed} />
        </Panel>
        <Panel title={t('detail.facts')}>
          <ProjectFacts {...page} />
        </Panel>
      </div>
      <ProjectSteps steps={page.steps} />
      <Panel
        flush
        title={t('detail.recentAlerts')}
        actions={
          <TextLink href={`/alerts?range=3m&project=${project.id}`} className="text-sm">
            {t('showAlerts')}
          </TextLink>
        }
      >
        {alerts.length === 0 ? (
          <p className="p-4 text-ink-muted text-sm">{t('detail.noAlerts')}</p>
        ) : (
          <AlertTable alerts={alerts} showSubject={false} />
        )}
      </Panel>
      {isNew ? null : signals}
      <BulkDialog
        request={action === null ? null : { action, target: { projects: [project], filter: null } }}
        onClose={() => setAction(null)}
      />
      <LevelDialog projects={editsLevel ? [project] : []} onClose={() => setEditsLevel(false)} />
    </>
  )
}
