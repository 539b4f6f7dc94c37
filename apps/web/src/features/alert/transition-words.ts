'use client'

import { type HoldReason, holdReasons } from '@highwater/core/alert'
import { type CloseReason, closeReasons } from '@highwater/core/notify'
import type { TimelineEntry } from '@highwater/db/queries'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { durationInWords } from '~/ui/duration-words.ts'

const isHold = (reason: string | null): reason is HoldReason =>
  holdReasons.some((known) => known === reason)
const isClose = (reason: string | null): reason is CloseReason =>
  closeReasons.some((known) => known === reason)

const plain = [
  'pend',
  'drop',
  'adjust',
  'stale',
  'fresh',
  'recover',
  'relapse',
  'flap',
  'steady',
  'reinstate',
  'forget',
] as const
const isPlain = (type: string): type is (typeof plain)[number] =>
  plain.some((known) => known === type)

/** What an entry says beside its figures; empty where it says nothing. */
const said = ({ detail }: TimelineEntry, name: string): string => {
  const value = detail?.[name]
  return typeof value === 'string' ? value : ''
}

/** Says one entry of an alert's timeline in a sentence. `isLatency`: what was measured is a latency. */
export function useTransitionWords(isLatency: boolean): (entry: TimelineEntry) => string {
  const t = useTranslations('alerts.transition')
  const common = useTranslations('common')
  const locale = useLocale()
  const format = useFormatter()
  const timeText = (iso: string) =>
    format.dateTime(new Date(iso), { dateStyle: 'short', timeStyle: 'short' })
  const words = (ms: number | null) =>
    ms === null ? common('none') : durationInWords(Math.round(ms / 1_000), locale)

  return (entry) => {
    const { type, reason, observedMs, thresholdMs } = entry
    const observed = words(observedMs)
    const threshold = words(thresholdMs)
    const name = entry.actor?.name ?? ''
    if (isPlain(type)) return t(type)
    switch (type) {
      case 'fire':
        return isLatency ? t('fire', { observed, threshold }) : t('fireState', { observed })
      case 'repeat':
        return isLatency ? t('repeatLatency', { observed }) : t('repeat', { observed })
      case 'hold_repeat':
        return t('hold_repeat', {
          reason: isHold(reason) ? common(`holdReason.${reason}`) : (reason ?? ''),
        })
      case 'raise':
        return t('raise', { level: entry.level === null ? '' : common(`level.${entry.level}`) })
      case 'close':
        if (entry.actor !== null) return t('closeBy', { name, note: said(entry, 'note') })
        return t('close', {
          reason: isClose(reason) ? common(`closeReason.${reason}`) : (reason ?? ''),
        })
      case 'acknowledge':
        return t('acknowledge', { name })
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
      case 'comment':
        return t('comment', { name, text: said(entry, 'text') })
      default:
        return type
    }
  }
}
