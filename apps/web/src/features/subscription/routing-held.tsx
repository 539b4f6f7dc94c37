import { suppressionTexts } from '@highwater/core/notify'
import type { RoutingTest } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { ReasonDetail } from '~/features/alert/reason-detail.tsx'
import { durationInWords } from '~/ui/duration-words.ts'
import { Panel } from '~/ui/panel.tsx'
import { useListing } from '~/ui/use-listing.ts'
import { useChannelName } from './use-channel-name.ts'

type NotTold = RoutingTest['notTold'][number]

const keyOf = ({ channel, reason, detail }: NotTold) =>
  `${channel?.id ?? ''} ${reason} ${detail?.personId ?? detail?.subscriptionId ?? ''}`

interface Held {
  readonly entry: NotTold
  /** The steps of escalation at which alone it is held back; none where it is from the first message on. */
  readonly onlyAfter: readonly number[]
}

/** What is held back, each once. */
function heldIn({ notTold, escalation }: RoutingTest): ReadonlyMap<string, Held> {
  const now = notTold.map((entry) => [keyOf(entry), { entry, onlyAfter: [] }] as const)
  const held = new Map<string, Held>(now)
  for (const { afterMinutes, notTold: later } of escalation) {
    for (const entry of later) {
      const key = keyOf(entry)
      const known = held.get(key)
      if (known !== undefined && known.onlyAfter.length === 0) continue
      held.set(key, { entry, onlyAfter: [...(known?.onlyAfter ?? []), afterMinutes] })
    }
  }
  return held
}

/** Who would not be told now or as it is escalated, and whose messages would wait; each once. */
export function RoutingHeld({ test }: { readonly test: RoutingTest }) {
  const t = useTranslations('subscriptions.test')
  const nameOf = useChannelName()
  const { told, escalation } = test
  const held = heldIn(test)
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
          {[...held].map(([key, each]) => (
            <HeldEntry key={key} held={each} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function HeldEntry({ held: { entry, onlyAfter } }: { readonly held: Held }) {
  const t = useTranslations('subscriptions.test')
  const locale = useLocale()
  const nameOf = useChannelName()
  const listed = useListing()
  const { channel, reason, detail } = entry
  const after = listed(onlyAfter.map((minutes) => durationInWords(minutes * 60, locale)))
  return (
    <li>
      {channel === null ? null : <span className="block font-medium">{nameOf(channel)}</span>}
      {onlyAfter.length === 0 ? null : t('heldLater', { after })}
      {suppressionTexts[reason][locale]}
      <ReasonDetail reason={reason} detail={detail} />
    </li>
  )
}
