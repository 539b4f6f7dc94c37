import type { AlertEvent } from '@highwater/core/alert'
import { alertEventFacts } from '@highwater/core/alert'
import { alertEventGuides } from '@highwater/core/alert-guide'
import { useLocale, useTranslations } from 'next-intl'
import { FactList } from '~/ui/fact-list.tsx'
import { Panel } from '~/ui/panel.tsx'

/** One event as its guide has it; the heading can be linked by the event's name. */
export function AlertEventHelp({ event }: { readonly event: AlertEvent }) {
  const t = useTranslations('help')
  const common = useTranslations('common')
  const locale = useLocale()
  const { severity, omsName } = alertEventFacts[event]
  const { meaning, trigger, ends, advice } = alertEventGuides[event]
  return (
    <Panel id={event} title={common(`alertEvent.${event}`)}>
      <div className="flex max-w-prose flex-col gap-4">
        <p>{meaning[locale]}</p>
        <FactList
          facts={[
            [t('trigger'), trigger[locale]],
            [t('ends'), ends[locale]],
            [t('severity'), common(`severity.${severity}`)],
            [t('name'), <code key="name">{event}</code>],
            [t('omsName'), omsName === null ? null : <code key="oms">{omsName}</code>],
          ]}
        />
        <section>
          <h3 className="font-semibold text-sm">{t('advice')}</h3>
          <ol className="mt-1 flex list-decimal flex-col gap-1 ps-5">
            {advice.map((step) => (
              <li key={step.en}>{step[locale]}</li>
            ))}
          </ol>
        </section>
      </div>
    </Panel>
  )
}
