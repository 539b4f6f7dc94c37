import { guardedLevels } from '@highwater/core/policy'
import type { DailyPeriod } from '@highwater/core/silence'
import type { LevelTargets } from '@highwater/core/subscription'
import type { SubscriptionItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { useListing } from '~/ui/use-listing.ts'

/** The names of channels and alert groups, by id; those that the reader may not see are missing. */
export type TargetNames = Readonly<Record<string, string>>

/** Where the alerts of each level go; levels with the same targets share a line. */
export function SubscriptionTargets(props: {
  readonly subscription: SubscriptionItem
  readonly names: TargetNames
}) {
  const { subscription, names } = props
  const t = useTranslations('subscriptions.targets')
  const common = useTranslations('common.level')
  const day = useTranslations('silences.weekday')
  const listed = useListing()
  const hoursFor = ({ from, until, weekdays }: DailyPeriod): string => {
    const days = listed(weekdays.map((each) => day(each)))
    // The same time twice means the whole day, which begins at that time.
    const isWhole = from === until
    const isPlain = isWhole && (days === '' || from === '00:00')
    const times = isPlain ? '' : t(isWhole ? 'wholeDay' : 'hours', { from, until })
    return [days, times].filter((part) => part !== '').join(' ')
  }
  const wordsFor = (targets: LevelTargets | null): string => {
    if (targets === null) return t('none')
    const { allChannels, channels, groups, people = [], period } = targets
    const named = [...groups, ...channels].map((id) => names[id] ?? '…')
    const hours = period === null ? '' : hoursFor(period)
    const persons = people.map((role) => t(`person.${role}`))
    const receivers = listed([...(allChannels ? [t('all')] : []), ...named, ...persons])
    return hours === '' ? receivers : `${receivers} · ${hours}`
  }
  const lines = Map.groupBy(guardedLevels, (level) => wordsFor(subscription.levels[level]))
  return (
    <ul className="flex flex-col gap-0.5">
      {[...lines].map(([words, levels]) => (
        <li key={words}>
          {lines.size === 1 ? null : (
            <span className="text-ink-faint text-xs">
              {listed(levels.map((level) => common(level)))}:{' '}
            </span>
          )}
          {words}
        </li>
      ))}
    </ul>
  )
}
