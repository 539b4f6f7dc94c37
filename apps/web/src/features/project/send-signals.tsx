'use client'

import type { ProjectDetail } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { CodeBlock } from '~/ui/code-block.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Panel } from '~/ui/panel.tsx'

interface SendSignalsProps {
  readonly project: ProjectDetail
  readonly consoleUrl: string
  /** Just made: the next step is to send a signal. */
  readonly isNew: boolean
}

const apiExample = (consoleUrl: string, project: string) =>
  `curl -X POST ${consoleUrl}/api/v1/signals \\
  -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
  -d '{"signals": [{"project": ${JSON.stringify(project)}, "observedAt": "'$(date -u +%FT%TZ)'", "latencySeconds": 12}]}'`

/** How to report for this project, ready to be copied. */
export function SendSignals({ project, consoleUrl, isNew }: SendSignalsProps) {
  const t = useTranslations('projects.ping')
  const { pingToken, source } = project
  const ping = `${consoleUrl}/api/v1/ping/${pingToken}`
  return (
    <Panel id="signals" title={t('title')}>
      <div className="flex flex-col gap-3 text-sm">
        {isNew ? (
          <Notice tone="done" title={t('madeTitle')}>
            {t('madeText')}
          </Notice>
        ) : null}
        {source === null ? null : (
          <p className="text-ink-muted">{t('collected', { source: source.name })}</p>
        )}
        {pingToken === null ? (
          <p className="text-ink-muted">{t('notYours')}</p>
        ) : (
          <>
            <p className="font-medium">{t('address')}</p>
            <CodeBlock subject={t('address')} code={ping} />
            <p className="text-ink-muted">{t('addressHelp')}</p>
            <p className="font-medium">{t('example')}</p>
            <CodeBlock subject={t('example')} code={`curl -fsS "${ping}?latency=12"`} />
          </>
        )}
        <p className="font-medium">{t('apiExample')}</p>
        <CodeBlock
          subject={t('apiExample')}
          code={apiExample(consoleUrl, project.externalKey ?? project.id)}
        />
      </div>
    </Panel>
  )
}
