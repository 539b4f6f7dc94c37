'use client'

import type { NowAlert, Sparkline as SparklineData } from '@highwater/db/queries'
import { AlarmClock, UserCheck } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AlertBadge } from '~/features/alert/alert-badge.tsx'
import { AlertSentence } from '~/features/alert/alert-sentence.tsx'
import { AlertSparkline } from '~/features/alert/alert-sparkline.tsx'
import { newestOf } from '~/features/alert/newest-sample.ts'
import { classNames } from '~/ui/class-names.ts'
import { useNow } from '~/ui/clock.tsx'
import { durationInWords } from '~/ui/duration-words.ts'
import { LevelShield } from '~/ui/level-shield.tsx'
import { PageLink } from '~/ui/page-link.tsx'
import { useClockText } from '~/ui/use-clock-text.ts'
import { nextMessage } from './next-message.ts'
import { VerdictLine } from './verdict-line.tsx'

interface NowRowProps {
  readonly alert: NowAlert
  readonly gone: boolean
  readonly selected: boolean
  readonly sparkline: SparklineData | undefined
  readonly onToggle: () => void
  readonly onOpen: () => void
  /** The acknowledge button. */
  readonly action: ReactNode
}

/** One alert that needs somebody: what, how bad, who was told, what comes next. */
export function NowRow(props: NowRowProps) {
  const { alert, gone, selected, sparkline, onToggle, onOpen, action } = props
  const t = useTranslations('now')
  const calm = alert.isAcknowledged || alert.state !== 'firing'
  return (
    <li
      data-row={alert.id}
      className={classNames(
        'group relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-line border-b border-l-3 px-3 py-3 transition-colors last:border-b-0 hover:bg-hover has-[[data-row-link]:focus-visible]:bg-hover sm:grid-cols-[auto_minmax(0,1fr)_auto] sm:px-4',
        calm ? 'border-l-transparent' : 'border-l-firing-fill',
        selected && 'bg-accent-soft',
        gone && 'opacity-60',
      )}
    >
      <input
        type="checkbox"
        checked={selected}
        onChange={onToggle}
        disabled={gone}
        aria-label={t('select', { subject: alert.subject })}
        className="relative z-1 mt-0.5 size-4 accent-accent-fill max-sm:mt-1 max-sm:size-5"
      />
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <AlertBadge state={gone ? 'closed' : alert.state} stale={alert.stale} />
          <PageLink
            href={`/alerts/${alert.id}`}
            data-row-link
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return
              event.preventDefault()
              onOpen()
            }}
            className="wrap-anywhere font-semibold outline-offset-4 after:absolute after:inset-0 after:content-['']"
          >
            {alert.subject}
          </PageLink>
          <LevelShield level={alert.level} />
          <span className="min-w-0 basis-full text-ink lg:basis-auto">
            <AlertSentence alert={alert} newest={newestOf(sparkline)} />
          </span>
        </div>
        {/* A dot stands before each part; the one that begins a line is cut off with the margin. */}
        <div className="mt-1 overflow-hidden text-ink-muted text-sm">
          <div className="flex flex-wrap items-center gap-y-0.5 max-sm:flex-col max-sm:items-start sm:-ml-4 sm:[&>*]:before:inline-block sm:[&>*]:before:w-4 sm:[&>*]:before:shrink-0 sm:[&>*]:before:text-center sm:[&>*]:before:text-ink-faint sm:[&>*]:before:content-['·']">
            {alert.state === 'firing' ? <Ownership alert={alert} /> : null}
            <NextMessage alert={alert} isCalm={calm} />
            <VerdictLine verdicts={alert.verdicts} />
          </div>
        </div>
      </div>
      <div className="relative z-1 flex items-center gap-4 max-sm:col-start-2 max-sm:mt-2 max-sm:justify-between">
        <AlertSparkline alert={alert} sparkline={sparkline} />
        {action}
      </div>
    </li>
  )
}

interface NextMessageProps {
  readonly alert: NowAlert
  readonly isCalm: boolean
}

/** When it is told again: after the snooze, or by its frequency. */
function NextMessage({ alert, isCalm }: NextMessageProps) {
  const t = useTranslations('now')
  const clockText = useClockText()
  const next = nextMessage(alert, isCalm, useNow())
  if (next === null) return null
  if (next.is === 'repeat') return <span>{t('nextRepeat', { time: clockText(next.at) })}</span>
  return (
    <span className="inline-flex items-center">
      <AlarmClock aria-hidden className="mr-1 size-3.5 shrink-0 text-accent" />
      {t('snoozedUntil', { time: clockText(next.at) })}
    </span>
  )
}

function Ownership({ alert }: { readonly alert: NowAlert }) {
  const t = useTranslations('now')
  const locale = useLocale()
  const now = useNow()
  if (!alert.isAcknowledged || alert.acknowledgedBy === null || alert.acknowledgedAt === null) {
    return <span>{t('notAcknowledged')}</span>
  }
  return (
    <span className="inline-flex items-center">
      <UserCheck aria-hidden className="mr-1 size-3.5 shrink-0 text-accent" />
      <span>
        {t('acknowledgedBy', {
          name: alert.acknowledgedBy.name,
          age: durationInWords(
            Math.max(0, Math.floor((now - alert.acknowledgedAt) / 1_000)),
            locale,
          ),
        })}
      </span>
    </span>
  )
}
