'use client'

import type { NowScreen } from '@highwater/db/queries'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useNow } from '~/ui/clock.tsx'
import { durationInWords } from '~/ui/duration-words.ts'
import { Notice } from '~/ui/notice.tsx'
import { TextLink } from '~/ui/text-link.tsx'

type Summary = Pick<
  NowScreen,
  'unacknowledged' | 'acknowledged' | 'recovering' | 'quietProjects' | 'evaluatedAt'
>

/** A worker evaluates every second or so: this long without it, nobody is watching. */
const silentAfterSeconds = 60

/** The state of everything in one line: what needs somebody first. */
export function NowSummary({
  unacknowledged,
  acknowledged,
  recovering,
  quietProjects,
  evaluatedAt,
}: Summary) {
  const t = useTranslations('now.summary')
  const format = useFormatter()
  const locale = useLocale()
  const now = useNow()
  const ageSeconds =
    evaluatedAt === null ? null : Math.max(0, Math.floor((now - evaluatedAt) / 1_000))
  const isWatched = ageSeconds !== null && ageSeconds <= silentAfterSeconds
  const age = ageSeconds === null ? '' : durationInWords(ageSeconds, locale)
  const rest = [
    acknowledged > 0 ? t('acknowledged', { count: acknowledged }) : null,
    recovering > 0 ? t('recovering', { count: recovering }) : null,
    t(quietProjects.isExact ? 'quiet' : 'quietAbout', {
      count: quietProjects.count,
      number: format.number(quietProjects.count),
    }),
  ].filter((part) => part !== null)
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="text-ink-muted text-lg">
          <span
            className={unacknowledged > 0 ? 'font-semibold text-firing' : 'font-semibold text-ink'}
          >
            {t('needYou', { count: unacknowledged })}
          </span>
          {rest.map((part) => (
            <span key={part}> · {part}</span>
          ))}
        </p>
        {isWatched ? <p className="text-ink-faint text-sm">{t('evaluated', { age })}</p> : null}
      </div>
      {isWatched ? null : (
        <Notice tone="error" action={<TextLink href="/system">{t('openSystem')}</TextLink>}>
          {ageSeconds === null ? t('neverEvaluated') : t('notEvaluated', { age })}
        </Notice>
      )}
    </div>
  )
}
