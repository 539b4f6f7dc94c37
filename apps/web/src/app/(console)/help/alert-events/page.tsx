import { alertEvents } from '@highwater/core/alert'
import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { AlertEventHelp } from '~/features/help/alert-event-help.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { TextLink } from '~/ui/text-link.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('help')
  return { title: t('title') }
}

export default function AlertEventsHelpPage() {
  const t = useTranslations('help')
  const common = useTranslations('common')
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <nav aria-label={t('contents')} className="mb-4">
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {alertEvents.map((event) => (
            <li key={event}>
              <TextLink href={`#${event}`}>{common(`alertEvent.${event}`)}</TextLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="flex flex-col gap-4">
        {alertEvents.map((event) => (
          <AlertEventHelp key={event} event={event} />
        ))}
      </div>
    </>
  )
}
