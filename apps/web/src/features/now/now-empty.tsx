import { CircleCheck, FolderSync, MessageSquareShare } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { AddLink } from '~/forms/add-link.tsx'
import { UnlessNoDepartment } from '~/frame/no-department.tsx'
import { useCreationRefusal } from '~/frame/viewer.tsx'
import { Button } from '~/ui/button.tsx'
import { CodeBlock } from '~/ui/code-block.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageLink } from '~/ui/page-link.tsx'
import { Panel } from '~/ui/panel.tsx'
import { RefusedButton } from '~/ui/refused-button.tsx'

interface NowEmptyProps {
  readonly hasProjects: boolean
  readonly hasChannels: boolean
  /** The public address of this installation. */
  readonly consoleUrl: string
}

const createExample = (consoleUrl: string) =>
  `curl -X POST ${consoleUrl}/api/v1/projects \\
  -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
  -d '{"name": "orders", "kind": "synchronization", "externalKey": "orders"}'`

const signalExample = (consoleUrl: string) =>
  `curl -X POST ${consoleUrl}/api/v1/signals \\
  -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
  -d '{"signals": [{"project": "orders", "observedAt": "'$(date -u +%FT%TZ)'", "latencySeconds": 3}]}'`

/** Nothing needs anybody: calm where all is set up, else the next step. */
export function NowEmpty({ hasProjects, hasChannels, consoleUrl }: NowEmptyProps) {
  const t = useTranslations('now')
  const refusalOf = useCreationRefusal()
  if (!hasProjects) {
    return (
      <Panel>
        <UnlessNoDepartment>
          <EmptyState
            icon={FolderSync}
            title={t('first.title')}
            action={
              <>
                <AddLink href="/projects/new" refusal={refusalOf('project.create')}>
                  {t('first.addProject')}
                </AddLink>
                {hasChannels ? null : <AddChannel />}
              </>
            }
          >
            {t('first.text')}
          </EmptyState>
          <div className="mx-auto flex max-w-2xl flex-col gap-3 pb-4">
            <h2 className="font-medium text-sm">{t('first.byApi')}</h2>
            <CodeBlock subject={t('first.createProject')} code={createExample(consoleUrl)} />
            <CodeBlock subject={t('first.sendSignal')} code={signalExample(consoleUrl)} />
            <p className="text-ink-muted text-sm">{t('first.token')}</p>
          </div>
        </UnlessNoDepartment>
      </Panel>
    )
  }
  return (
    <Panel>
      <EmptyState icon={CircleCheck} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
      {hasChannels ? null : (
        <Notice tone="warning" title={t('noChannel.title')} action={<AddChannel />}>
          {t('noChannel.text')}
        </Notice>
      )}
    </Panel>
  )
}

function AddChannel() {
  const t = useTranslations('now.first')
  const refusal = useCreationRefusal()('channel.write')
  if (refusal !== null) return <RefusedButton reason={refusal}>{t('addChannel')}</RefusedButton>
  return (
    <Button asChild>
      <PageLink href="/settings/channels/new">
        <MessageSquareShare aria-hidden />
        {t('addChannel')}
      </PageLink>
    </Button>
  )
}
