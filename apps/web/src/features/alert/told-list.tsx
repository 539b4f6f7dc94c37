'use client'

import { channelKindOf, isChannelKind } from '@highwater/channels/catalog'
import type { AlertNotification } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { groupByChannel } from './group-by-channel.ts'
import { ReasonDetail } from './reason-detail.tsx'
import { ToldMessage } from './told-message.tsx'
import { useNotSentText } from './use-not-sent-text.ts'

/** Who was told and how, with each receiver's own words; and who was not, and why. */
export function ToldList({ told }: { readonly told: readonly AlertNotification[] }) {
  const t = useTranslations('alerts.detail')
  const locale = useLocale()
  const notSent = useNotSentText()
  const { channels, silent } = groupByChannel(told)
  return (
    <div className="flex flex-col gap-4 text-sm">
      {channels.length === 0 ? <p className="text-ink-muted">{t('toldNobody')}</p> : null}
      {channels.map(({ channel, messages }) => {
        const [newest, ...earlier] = messages
        return (
          <div key={channel?.id ?? ''} className="flex flex-col gap-1.5">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-medium">{channel?.name ?? t('deletedChannel')}</span>
              {channel && isChannelKind(channel.kind) ? (
                <span className="text-ink-faint text-xs">
                  {channelKindOf(channel.kind).label[locale]}
                </span>
              ) : null}
            </p>
            {newest === undefined ? null : <ToldMessage message={newest} />}
            {earlier.length === 0 ? null : (
              <details>
                <summary className="rounded-sm text-ink-muted text-xs tap hover:text-ink">
                  {t('earlierMessages', { count: earlier.length })}
                </summary>
                <div className="mt-1.5 flex flex-col gap-1.5">
                  {earlier.map((message) => (
                    <ToldMessage key={message.id} message={message} />
                  ))}
                </div>
              </details>
            )}
          </div>
        )
      })}
      {silent.length === 0 ? null : (
        <div className="border-line border-t pt-3">
          <h3 className="mb-1.5 font-medium">{t('notTold')}</h3>
          <ul className="flex flex-col gap-1.5 text-ink-muted">
            {silent.map(({ id, channel, reason, reasonDetail }) => (
              <li key={id}>
                {channel === null ? null : (
                  <span className="font-medium text-ink">{channel.name} · </span>
                )}
                {reason === null ? null : notSent(reason)}
                <ReasonDetail reason={reason} detail={reasonDetail} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
