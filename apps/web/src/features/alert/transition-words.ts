'use client'

import type { TimelineEntry } from '@highwater/db/queries'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { durationInWords } from '~/ui/duration-words.ts'
import { useListing } from '~/ui/use-listing.ts'
import { reasonOfEntry } from './transition-reason.ts'

/** What an entry says beside its figures; empty where it says nothing. */
const said = ({ detail }: TimelineEntry, name: string): string => {
  const value = detail?.[name]
  return typeof value === 'string' ? value : ''
}

const minutesSaid = ({ detail }: TimelineEntry): number => Number(detail?.afterMinutes ?? 0)

const namesSaid = ({ detail }: TimelineEntry): readonly string[] =>
  Array.isArray(detail?.to) ? detail.to : []

/** Says one entry of an alert's timeline in a sentence. `isLatency`: what was measured is a latency. */
export function useTransitionWords(isLatency: boolean): (entry: TimelineEntry) => string {
  const t = useTranslations('alerts.transition')
  const alerts = useTranslations('alerts')
  const common = useTranslations('common')
  const locale = useLocale()
  const listed = useListing()
  const format = useFormatter()
  const timeText = (iso: string) =>
    format.dateTime(new Date(iso), { dateStyle: 'short', timeStyle: 'short' })
  const words = (ms: number | null) =>
    ms === null ? common('none') : durationInWords(Math.round(ms / 1_000), locale)

  const reasonText = (entry: TimelineEntry): string | null => {
    const known = reasonOfEntry(entry)
    switch (known?.of) {
      case undefined:
        return null
      case 'hold':
        return common(`holdReason.${known.reason}`)
      case 'close':
        return common(`closeReason.${known.reason}`)
      case 'note':
        return alerts(`note.${known.reason}`)
    }
  }
  const withReason = (sentence: string, entry: TimelineEntry): string => {
    const reason = reasonText(entry)
    return reason === null ? sentence : alerts('withReason', { sentence, reason })
  }

  const closedText = (reason: string, name: string): string =>
    name === '' ? t('close', { reason }) : t('closeByEdit', { reason, name })

  return (entry) => {
    const { type, reason, observedMs, thresholdMs } = entry
    const observed = words(observedMs)
    const threshold = words(thresholdMs)
    const name = entry.actor?.name ?? ''
    switch (type) {
      case 'pend':
      case 'adjust':
      case 'stale':
      case 'fresh':
      case 'reinstate':
      case 'forget':
        return t(type)
      case 'recover':
      case 'relapse':
      case 'flap':
      case 'steady':
        return withReason(t(type), entry)
      case 'fire':
        return withReason(
          isLatency ? t('fire', { observed, threshold }) : t('fireState', { observed }),
          entry,
        )
      case 'repeat':
        return withReason(t(isLatency ? 'repeatLatency' : 'repeat', { observed }), entry)
      case 'hold_repeat':
        return t('hold_repeat', { reason: reasonText(entry) ?? reason ?? '' })
      case 'raise':
        return t('raise', { level: entry.level === null ? '' : common(`level.${entry.level}`) })
      case 'drop':
        return t('drop', { reason: reasonText(entry) ?? reason ?? '' })
      case 'close':
        if (entry.actor !== null) return t('closeBy', { name, note: said(entry, 'note') })
        return closedText(reasonText(entry) ?? reason ?? '', said(entry, 'editedBy'))
      case 'acknowledge':
      case 'unacknowledge':
      case 'unsnooze':
        return t(type, { name })
      case 'assign':
        return t('assign', { name, to: said(entry, 'to') })
      case 'unassign':
        return t('unassign', { name, from: said(entry, 'from') })
      case 'snooze':
        return t('snooze', { name, until: timeText(said(entry, 'until')) })
      case 'held_by_silence':
      case 'silence_ending':
        return t(type, { silence: said(entry, 'name'), until: timeText(said(entry, 'until')) })
      case 'silence_ended':
        return t(reason === null ? type : 'silence_ended_quietly', { silence: said(entry, 'name') })
      case 'found_after_gap':
        return t(type, {
          from: timeText(said(entry, 'from')),
          until: timeText(said(entry, 'until')),
        })
      case 'comment':
        return t('comment', { name, text: said(entry, 'text') })
      case 'escalate':
        return t('escalate', {
          after: durationInWords(minutesSaid(entry) * 60, locale),
          to: listed(namesSaid(entry)) || alerts('escalation.nobody'),
        })
      default: {
        // Written by a later release, while this one still answers.
        const later: never = type
        return later
      }
    }
  }
}
