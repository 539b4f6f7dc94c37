import type { RoutingTest } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { durationInWords } from '~/ui/duration-words.ts'
import { Notice } from '~/ui/notice.tsx'
import { Panel } from '~/ui/panel.tsx'
import { useListing } from '~/ui/use-listing.ts'
import { RoutingHeld } from './routing-held.tsx'
import { useChannelName } from './use-channel-name.ts'

/** Who would be told, by what and in which language; and who would not, and why. */
export function RoutingResult({ test }: { readonly test: RoutingTest }) {
  const t = useTranslations('subscriptions.test')
  const common = useTranslations('common')
  const listed = useListing()
  const locale = useLocale()
  const nameOf = useChannelName()
  const { subject, neverOpens, told, escalation } = test
  const level = common(`level.${subject.level}`)
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
      <Panel
        title={t('told')}
        description={t('subject', { event: common(`alertEvent.${subject.event}`), level })}
      >
        {neverOpens === null ? null : (
          <div className="mb-3">
            <Notice tone="warning">
              {t('neverOpens', { reason: common(`holdReason.${neverOpens}`) })}
            </Notice>
          </div>
        )}
        {told.length === 0 ? (
          <p className="text-ink-muted">{t('nobody')}</p>
        ) : (
          <ul className="flex flex-col gap-2">
            {told.map(({ channel, locale: language, subscriptions }) => (
              <li key={channel.id}>
                <span className="font-medium">
                  {t('line', { channel: nameOf(channel), language: t(`language.${language}`) })}
                </span>
                <span className="block text-ink-faint text-xs">
                  {t('because', { names: listed(subscriptions.map(({ name }) => name)) })}
                </span>
                {channel.waits === null ? null : (
                  <span className="block text-amber text-xs">{t(`waits.${channel.waits}`)}</span>
                )}
              </li>
            ))}
          </ul>
        )}
        {escalation.length === 0 ? null : (
          <>
            <h3 className="mt-3 font-medium">{t('escalation')}</h3>
            <ul className="mt-1 text-ink-muted">
              {escalation.map(({ afterMinutes, channels, notTold }) => (
                <li key={afterMinutes}>
                  {t('escalationStep', {
                    after: durationInWords(afterMinutes * 60, locale),
                    names:
                      listed(channels.map(nameOf)) ||
                      t(notTold.length === 0 ? 'escalationNobody' : 'escalationHeld'),
                  })}
                </li>
              ))}
            </ul>
          </>
        )}
      </Panel>
      <RoutingHeld test={test} />
    </div>
  )
}
