import { seconds, toSeconds } from '@highwater/core'
import { figureToTell } from '@highwater/core/alert'
import type { Impact, ImpactItem, ImpactList } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { durationInWords } from '~/ui/duration-words.ts'
import { TextLink } from '~/ui/text-link.tsx'

const toTell = (event: ImpactItem['event'], observed: number, limit: number): number =>
  toSeconds(figureToTell(event, seconds(observed), seconds(limit)))

function Item({ item }: { readonly item: ImpactItem }) {
  const t = useTranslations('backtest')
  const event = useTranslations('common.alertEvent')
  const locale = useLocale()
  const { observedSeconds, thresholdSeconds } = item
  const words = (length: number) => durationInWords(length, locale)
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 py-1">
      <TextLink
        href={item.alert === null ? `/projects/${item.project.id}` : `/alerts/${item.alert}`}
        className="wrap-anywhere"
      >
        {item.project.name}
      </TextLink>
      <span className="text-ink-muted text-sm">{event(item.event)}</span>
      {observedSeconds === null ? null : (
        <span className="text-ink-faint text-xs">
          {thresholdSeconds === null
            ? t('unlimited', { observed: words(observedSeconds) })
            : t('behind', {
                observed: words(toTell(item.event, observedSeconds, thresholdSeconds)),
                limit: words(thresholdSeconds),
              })}
        </span>
      )}
    </li>
  )
}

function List({ title, list }: { readonly title: string; readonly list: ImpactList }) {
  const t = useTranslations('backtest')
  const left = list.count - list.items.length
  return (
    <section className="min-w-0 flex-1 basis-72">
      <h3 className="font-semibold text-sm">{title}</h3>
      {list.count === 0 ? null : (
        <ul className="mt-1 max-h-64 divide-y divide-line overflow-y-auto">
          {list.items.map((item) => (
            <Item key={`${item.project.id} ${item.event}`} item={item} />
          ))}
        </ul>
      )}
      {left > 0 ? <p className="text-ink-faint text-xs">{t('more', { count: left })}</p> : null}
    </section>
  )
}

/** The open alerts that would close, and those that would open at once. */
export function ImpactLists({ impact }: { readonly impact: Impact }) {
  const t = useTranslations('backtest')
  const { wouldClose, wouldOpen } = impact
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-4">
      <List title={t('wouldClose', { count: wouldClose.count })} list={wouldClose} />
      <List title={t('wouldOpen', { count: wouldOpen.count })} list={wouldOpen} />
    </div>
  )
}
