import type { AlertEvent } from '@highwater/core/alert'
import { alertEventGuides } from '@highwater/core/alert-guide'
import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '~/ui/text-link.tsx'

/** What to do about an alert of this event, step by step. */
export function AlertAdvice({ event }: { readonly event: AlertEvent }) {
  const t = useTranslations('alerts.detail')
  const locale = useLocale()
  return (
    <div className="flex max-w-prose flex-col gap-3">
      <ol className="flex list-decimal flex-col gap-1 ps-5">
        {alertEventGuides[event].advice.map((step) => (
          <li key={step.en}>{step[locale]}</li>
        ))}
      </ol>
      <p className="text-sm">
        <TextLink href={`/help/alert-events#${event}`}>{t('help')}</TextLink>
      </p>
    </div>
  )
}
