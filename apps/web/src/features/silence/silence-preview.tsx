'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useTRPC } from '~/trpc/client.tsx'
import { failureOf, useFailureText } from '~/trpc/use-failure-text.ts'
import { Panel } from '~/ui/panel.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import {
  departmentFromForm,
  isWindow,
  saysWhen,
  silenceFromForm,
  windowFromForm,
} from './silence-draft.ts'

interface SilencePreviewProps {
  /** The form as it stood after the last change; null before scripts have read it. */
  readonly form: FormData | null
  /** The department of a stored silence, which its form does not post. */
  readonly department: string | null | undefined
}

const unread = new FormData()

function usePreview({ form, department }: SilencePreviewProps) {
  const trpc = useTRPC()
  const read = form ?? unread
  const enabled = saysWhen(read)
  const home = { department: department === undefined ? departmentFromForm(read) : department }
  const options = { placeholderData: keepPreviousData, retry: false }
  const ofSilence = useQuery(
    trpc.silence.preview.queryOptions(
      { ...silenceFromForm(read), ...home },
      { ...options, enabled: enabled && !isWindow(read) },
    ),
  )
  const ofWindow = useQuery(
    trpc.silence.previewWindow.queryOptions(
      { ...windowFromForm(read), ...home },
      { ...options, enabled: enabled && isWindow(read) },
    ),
  )
  const { data, error } = isWindow(read) ? ofWindow : ofSilence
  return enabled ? { data, error } : { data: undefined, error: null }
}

/** What the silence would do if it were saved as it stands. */
export function SilencePreviewPanel(props: SilencePreviewProps) {
  const t = useTranslations('silences.preview')
  const common = useTranslations('common')
  const locale = useLocale()
  const format = useFormatter()
  const failureText = useFailureText()
  const { data: preview, error } = usePreview(props)
  const time = (at: number) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  if (error !== null || preview === undefined) {
    const isHalfway = error === null || failureOf(error)?.code === 'invalid_input'
    return (
      <Panel title={t('title')}>
        <p aria-live="polite" className="text-ink-muted text-sm">
          {isHalfway ? t('incomplete') : failureText(error)}
        </p>
      </Panel>
    )
  }
  const { projects, alerts, spans, rule } = preview
  const more = alerts.count - alerts.items.length
  return (
    <Panel title={t('title')}>
      <div aria-live="polite" className="flex flex-col gap-3 text-sm">
        <p>{t('projects', { count: projects })}</p>
        <p className={alerts.count === 0 ? 'text-ink-muted' : 'font-medium'}>
          {t('alerts', { count: alerts.count })}
        </p>
        {alerts.items.length === 0 ? null : (
          <ul className="flex flex-col gap-1">
            {alerts.items.map((alert) => (
              <li key={alert.id}>
                <TextLink href={`/alerts/${alert.id}`}>{alert.subject}</TextLink>{' '}
                <span className="text-ink-faint">
                  {common(`alertEvent.${alert.event}`)} · {alert.shortId}
                </span>
              </li>
            ))}
            {more > 0 ? <li className="text-ink-faint">{t('more', { count: more })}</li> : null}
          </ul>
        )}
        {rule === null ? null : <p>{t('rule', { rule: rule[locale] })}</p>}
        <div>
          <h3 className="text-ink-muted">{t('spans')}</h3>
          <ul className="mt-0.5">
            {spans.map((span) => (
              <li key={span.from} className="tabular-nums">
                {t('span', { from: time(span.from), until: time(span.until) })}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Panel>
  )
}
