'use client'

import type { LevelRulePreview } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { PreviewPanel } from '~/features/backtest/preview-panel.tsx'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageLink } from '~/ui/page-link.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { notApplied } from './apply-state.ts'
import { ExampleTable } from './example-table.tsx'
import { applyRules } from './rule-actions.ts'

/** What the rules would change, the button that changes it, and then what was not changed and why. */
export function ApplyForm({ preview }: { readonly preview: LevelRulePreview }) {
  const t = useTranslations('levelRules.apply')
  const words = useTranslations('projects.level')
  const { state, pending, formProps } = useServerForm(applyRules, notApplied)
  const back = (
    <Button asChild>
      <PageLink href="/settings/alerts">{t('back')}</PageLink>
    </Button>
  )
  if (state.result !== null) {
    const { changed, unchanged } = state.result
    return (
      <Panel>
        <p role="status">{t('done', { changed, unchanged: unchanged.length })}</p>
        <ul className="my-3 flex flex-col gap-1 text-sm">
          {unchanged.map(({ project, name, code }) => (
            <li key={project} className="wrap-anywhere">
              <TextLink href={`/projects/${project}`}>{name}</TextLink>
              <span className="text-ink-muted"> · {words(`unchanged.${code}`)}</span>
            </li>
          ))}
        </ul>
        {back}
      </Panel>
    )
  }
  const { changing, finished, examples } = preview
  return (
    <>
      {state.error === null ? null : <Notice tone="error">{state.error}</Notice>}
      <Panel>
        <p>{t('counts', { changing, finished })}</p>
        <form {...formProps} className="mt-3 flex flex-wrap gap-2">
          {changing === 0 ? null : (
            <Button type="submit" tone="primary" aria-disabled={pending}>
              {t('submit', { count: changing })}
            </Button>
          )}
          {back}
        </form>
      </Panel>
      {changing === 0 ? null : (
        <>
          <PreviewPanel proposal={{ of: 'rules' }} title={t('impact')} />
          <ExampleTable examples={examples} total={changing} />
        </>
      )}
    </>
  )
}
