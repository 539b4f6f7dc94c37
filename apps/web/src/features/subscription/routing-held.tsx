import { suppressionTexts } from '@highwater/core/notify'
import type { RoutingTest } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { ReasonDetail } from '~/features/alert/reason-detail.tsx'
import { Panel } from '~/ui/panel.tsx'
import { useChannelName } from './use-channel-name.ts'

type NotTold = RoutingTest['notTold'][number]

const keyOf = ({ channel, reason, detail }: NotTold) =>
  `${channel?.id ?? ''} ${reason} ${detail?.personId ?? ''}`

/** Who would not be told now or as it is escalated, and whose messages would wait; each once. */
export function RoutingHeld({ test }: { readonly test: RoutingTest }) {
  const t = useTranslations('subscriptions.test')
  const locale = useLocale()
  const nameOf = useChannelName()
  const { told, notTold, escalation } = test
  const later = escalation.flatMap((step) => step.notTold)
  const held = new Map([...later, ...notTold].map((entry) => [keyOf(entry), entry]))
  const reached = [
    ...told.map(({ channel }) => channel),
    ...escalation.flatMap(({ channels }) => channels),
  ]
  const waiting = new Map(reached.map((channel) => [channel.id, channel]))
  const slow = [...waiting.values()].flatMap((channel) =>
    channel.waits === null ? [] : [{ channel, waits: channel.waits }],
  )
  return (
    <Panel title={t('notTold')}>
      {held.size === 0 && slow.length === 0 ? (
        <p className="text-ink-muted">{t('everybody')}</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {slow.map(({ channel, waits }) => (
            <li key={channel.id}>
              <span className="block font-medium">{nameOf(channel)}</span>
              {t(`waits.${waits}`)}
            </li>
          ))}
          {[...held].map(([key, { channel, reason, detail }]) => (
            <li key={key}>
              {channel === null ? null : (
                <span className="block font-medium">{nameOf(channel)}</span>
              )}
              {suppressionTexts[reason][locale]}
              <ReasonDetail reason={reason} detail={detail} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
