import { type ReplayRefusal, replayRefusalTexts } from '@highwater/core/delivery'
import type { Replayed } from '@highwater/db/commands'
import { useLocale, useTranslations } from 'next-intl'
import { Notice } from '~/ui/notice.tsx'

/** So many are named of those that stay for one reason. */
const mostNamed = 10

/** How many messages go out again, and of those that do not, why. */
export function ReplayResult({ result }: { readonly result: Replayed }) {
  const t = useTranslations('deliveries.replay')
  const { replayed, notReplayed, more } = result
  const byReason = Map.groupBy(notReplayed, ({ code }) => code)
  const older = byReason.get('newer_failed') ?? []
  // Whoever sends all again has mostly chosen the newer ones with them: there is little left to do.
  const isFolded = replayed > 0 && older.length > 1
  if (isFolded) byReason.delete('newer_failed')
  return (
    <Notice
      tone={replayed > 0 ? 'done' : 'info'}
      title={t('done', { replayed, left: notReplayed.length })}
    >
      {more ? <p>{t('more')}</p> : null}
      <ul className="flex flex-col gap-1">
        {isFolded ? <li>{t('older', { count: older.length })}</li> : null}
        {[...byReason].map(([code, left]) => (
          <LeftOut key={code} code={code} left={left} />
        ))}
      </ul>
    </Notice>
  )
}

interface LeftOutProps {
  readonly code: ReplayRefusal
  readonly left: Replayed['notReplayed']
}

function LeftOut({ code, left }: LeftOutProps) {
  const t = useTranslations('deliveries.replay')
  const reason = replayRefusalTexts[code][useLocale()]
  const unnamed = left.length - mostNamed
  return (
    <>
      {left.slice(0, mostNamed).map(({ notification, name }) => (
        <li key={notification} className="wrap-anywhere">
          <span className="font-medium text-ink">{name ?? notification}</span> {reason}
        </li>
      ))}
      {unnamed <= 0 ? null : <li>{t('others', { count: unnamed, reason })}</li>}
    </>
  )
}
