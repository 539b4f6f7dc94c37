import { replayRefusalTexts } from '@highwater/core/delivery'
import type { Replayed } from '@highwater/db/commands'
import { useLocale, useTranslations } from 'next-intl'
import { Notice } from '~/ui/notice.tsx'

/** How many messages go out again, and of each that does not, why. */
export function ReplayResult({ result }: { readonly result: Replayed }) {
  const t = useTranslations('deliveries.replay')
  const locale = useLocale()
  const { replayed, notReplayed, more } = result
  return (
    <Notice
      tone={replayed > 0 ? 'done' : 'info'}
      title={t('done', { replayed, left: notReplayed.length })}
    >
      {more ? <p>{t('more')}</p> : null}
      <ul className="flex flex-col gap-1">
        {notReplayed.map(({ notification, name, code }) => (
          <li key={notification} className="wrap-anywhere">
            <span className="font-medium text-ink">{name ?? notification}</span>{' '}
            {replayRefusalTexts[code][locale]}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
