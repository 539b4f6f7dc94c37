import { readParametersInForce } from '@highwater/db/queries'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AboutPanel } from '~/features/system/about-panel.tsx'
import { CycleTable } from '~/features/system/cycle-table.tsx'
import { KeyPanel } from '~/features/system/key-panel.tsx'
import { MessageForm } from '~/features/system/message-form.tsx'
import { QueuePanel } from '~/features/system/queue-panel.tsx'
import { StateOfSystem } from '~/features/system/state-of-system.tsx'
import { version } from '~/features/system/version.ts'
import { WorkerTable } from '~/features/system/worker-table.tsx'
import { TokenPanel } from '~/features/token/token-panel.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { LivePage } from '~/frame/live-page.tsx'
import { ClientText } from '~/i18n/client-text.tsx'
import { closedFor } from '~/server/closed-for.ts'
import { services } from '~/server/services.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('system')
  return { title: t('title') }
}

export default async function SystemPage() {
  const { actor } = await requireViewer()
  const [t, locale] = await Promise.all([getTranslations('system'), getLocale()])
  if ((await closedFor('system.read')) !== null) {
    return (
      <>
        <PageHeader title={t('title')} />
        <Notice>{t('closed')}</Notice>
      </>
    )
  }
  const api = await caller()
  const [page, keys, installation, tokens, departments, rules] = await Promise.all([
    api.system.page(),
    api.system.keys(),
    api.system.installation(),
    api.token.list({}),
    api.people.departments(),
    readParametersInForce(services().db.orm),
  ])
  const consoleUrl = services().environment.HIGHWATER_URL
  return (
    <ClientText areas={['system']}>
      <LivePage areas={['system']} everySeconds={15} />
      <PageHeader title={t('title')} description={t('description')} />
      <StateOfSystem page={page} />
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <WorkerTable workers={page.workers} />
          <QueuePanel queue={page.queue} budgets={page.budgets} />
          <KeyPanel {...keys} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <CycleTable cycles={page.cycles} />
          <MessageForm
            installation={installation}
            refusal={refusalFor(actor, 'installation.update', { department: null }, locale)}
          />
          <AboutPanel
            page={page}
            installation={installation}
            version={version}
            consoleUrl={consoleUrl}
          />
        </div>
      </div>
      <TokenPanel
        actor={actor}
        tokens={tokens}
        departments={departments}
        now={page.now}
        warningDays={rules.tokenWarningDays}
        consoleUrl={consoleUrl}
      />
    </ClientText>
  )
}
