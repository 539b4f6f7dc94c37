'use client'

import type { AlertId } from '@highwater/core'
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { AlertPane } from '~/features/alert/alert-pane.tsx'
import { RowKeys } from '~/features/alert/row-keys.tsx'
import { useOpenAlert } from '~/features/alert/use-open-alert.ts'
import { SilenceReminder } from '~/features/silence/silence-reminder.tsx'
import { useTRPC } from '~/trpc/client.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { NowEmpty } from './now-empty.tsx'
import { NowList } from './now-list.tsx'
import { NowSummary } from './now-summary.tsx'
import { projectsOf } from './projects-of.ts'

interface NowScreenProps {
  readonly hasChannels: boolean
  readonly consoleUrl: string
}

/** Latency moves without any notice, so its lines are read again from time to time. */
const sparklinesEveryMs = 15_000

/** What needs me, now. */
export function NowScreen({ hasChannels, consoleUrl }: NowScreenProps) {
  const t = useTranslations('now')
  const trpc = useTRPC()
  const { data: now } = useSuspenseQuery(trpc.alert.now.queryOptions())
  const projects = projectsOf(now.alerts)
  const { data: sparklines = [] } = useQuery(
    trpc.project.sparklines.queryOptions(
      { projects },
      {
        enabled: projects.length > 0,
        placeholderData: keepPreviousData,
        refetchInterval: sparklinesEveryMs,
      },
    ),
  )
  const { openId, open, close } = useOpenAlert()
  const isEmpty = now.alerts.length === 0
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={isEmpty ? undefined : <RowKeys alerts={now.alerts} selects />}
      />
      <SilenceReminder />
      <NowSummary {...now} />
      {isEmpty ? (
        <NowEmpty
          hasProjects={now.quietProjects.count > 0}
          hasChannels={hasChannels}
          consoleUrl={consoleUrl}
        />
      ) : (
        <NowList alerts={now.alerts} sparklines={sparklines} onOpen={(id: AlertId) => open(id)} />
      )}
      <AlertPane id={openId} onClose={close} />
    </>
  )
}
