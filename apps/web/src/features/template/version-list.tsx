'use client'

import type { MessageTemplateId } from '@highwater/core'
import type { TemplateVersion } from '@highwater/db/queries'
import { RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActionForm } from '~/forms/action-form.tsx'
import { Badge } from '~/ui/badge.tsx'
import { Button } from '~/ui/button.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { Panel } from '~/ui/panel.tsx'
import { restoreTemplate } from './template-actions.ts'
import { TemplateDiff } from './template-diff.tsx'

interface VersionListProps {
  readonly template: MessageTemplateId
  /** Newest first: the first is in force. */
  readonly versions: readonly TemplateVersion[]
  readonly mayWrite: boolean
}

/** Who wrote what, when; each version can be brought back. */
export function VersionList({ template, versions, mayWrite }: VersionListProps) {
  const t = useTranslations('templates.version')
  const newest = versions[0]
  return (
    <Panel title={t('title')} flush>
      <DataTable caption={t('list')} stacks>
        <TableHead>
          <HeadingCell>{t('number')}</HeadingCell>
          <HeadingCell>{t('when')}</HeadingCell>
          <HeadingCell className="max-sm:hidden">{t('who')}</HeadingCell>
          <HeadingCell>{t('change')}</HeadingCell>
        </TableHead>
        <tbody>
          {versions.map((version, index) => (
            <Row key={version.version}>
              <Cell className="whitespace-nowrap align-top font-medium">
                {version.version}{' '}
                {version === newest ? <Badge tone="accent">{t('inForce')}</Badge> : null}
              </Cell>
              <Cell className="align-top">
                <ExactTime at={version.createdAt} />
                <span className="block text-ink-muted text-xs sm:hidden">
                  {version.createdByName}
                </span>
              </Cell>
              <Cell className="align-top max-sm:hidden">{version.createdByName}</Cell>
              <Cell>
                <div className="flex flex-col items-start gap-2 py-1">
                  <Origin version={version} />
                  <TemplateDiff
                    before={versions[index + 1]?.content ?? null}
                    after={version.content}
                  />
                  {version === newest || newest === undefined || !mayWrite ? null : (
                    <ActionForm
                      action={restoreTemplate}
                      values={{
                        template,
                        restore: String(version.version),
                        version: String(newest.version),
                      }}
                      done={t('restored', { version: version.version })}
                    >
                      <Button type="submit">
                        <RotateCcw aria-hidden />
                        {t('restore', { version: version.version })}
                      </Button>
                    </ActionForm>
                  )}
                </div>
              </Cell>
            </Row>
          ))}
        </tbody>
      </DataTable>
    </Panel>
  )
}

/** How a version came about, where that was not by editing. */
function Origin({ version: { origin, restoredFrom } }: { readonly version: TemplateVersion }) {
  const t = useTranslations('templates.version')
  switch (origin) {
    case 'edit':
      return null
    case 'reset':
      return <span className="text-ink-muted text-xs">{t('wasReset')}</span>
    case 'restore':
      return restoredFrom === null ? null : (
        <span className="text-ink-muted text-xs">
          {t('restoredFrom', { version: restoredFrom })}
        </span>
      )
  }
}
