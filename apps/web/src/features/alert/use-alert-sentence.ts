'use client'

import { assertNever, millis, seconds, toSeconds } from '@highwater/core'
import { figureToTell } from '@highwater/core/alert'
import type { AlertItem } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { durationInWords } from '~/ui/duration-words.ts'

/** What the sentence about an alert needs; every list has at least this much. */
export type AlertFacts = Pick<
  AlertItem,
  | 'event'
  | 'state'
  | 'since'
  | 'firedAt'
  | 'recoveringSince'
  | 'resolvesAt'
  | 'closedAt'
  | 'observedMs'
  | 'thresholdMs'
  | 'stale'
  | 'detail'
  | 'particulars'
>

/** Fresher knowledge than the alert's own row, where the page has it. */
interface Newest {
  readonly at: number
  readonly seconds: number
}

type SentenceOf = (alert: AlertFacts, now: number, newest?: Newest | null) => string

/** Says in one sentence what is wrong with a project: "6 min 52 s behind, limit 1 min, for 6 min". */
export function useAlertSentence(): SentenceOf {
  const t = useTranslations('now.sentence')
  const common = useTranslations('common')
  const locale = useLocale()
  const words = (seconds: number) => durationInWords(Math.max(0, Math.round(seconds)), locale)
  const length = (from: number, to: number) => words((to - from) / 1_000)

  const listed = (parts: readonly string[]) =>
    new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(parts)
  const figuresOf = ({ event, particulars }: AlertFacts) =>
    particulars?.type === 'host_figures'
      ? listed(particulars.figures.map(({ name, ...figure }) => t(`figure.${name}`, figure)))
      : common(`alertEvent.${event}`)
  const hostsOf = ({ particulars }: AlertFacts) =>
    particulars?.type === 'taken_over' ? listed(particulars.by) : t('anotherHost')

  const latency: SentenceOf = (alert, now, newest) => {
    const threshold = words(toSeconds(alert.thresholdMs))
    const lasted = length(alert.since, alert.closedAt ?? now)
    if (alert.closedAt !== null) return t('closedLatency', { threshold, lasted })
    const behind = newest ? seconds(newest.seconds) : (alert.observedMs ?? millis(0))
    const observed = durationInWords(
      toSeconds(figureToTell(alert.event, behind, alert.thresholdMs)),
      locale,
    )
    if (alert.stale && newest) {
      return t('staleLatency', { observed, age: length(newest.at, now) })
    }
    return t('latency', { observed, threshold, lasted })
  }

  return (alert, now, newest) => {
    if (alert.state === 'recovering' && alert.recoveringSince !== null) {
      const lasted = length(alert.recoveringSince, now)
      const left = length(now, alert.resolvesAt ?? now)
      return t('recovering', { lasted, left })
    }
    const lasted = length(alert.since, alert.closedAt ?? now)
    switch (alert.event) {
      case 'sync_delay':
      case 'migration_delay':
        return latency(alert, now, newest)
      case 'sync_failed':
      case 'migration_failed':
        return alert.detail === null
          ? t('interruption', { lasted })
          : t('interruptionBecause', { lasted, detail: alert.detail })
      case 'no_signal':
      case 'paused_too_long':
        return t(alert.event, {
          lasted: length(alert.since - alert.thresholdMs, alert.closedAt ?? now),
        })
      case 'source_down':
        return alert.detail === null
          ? t('source_down', { lasted })
          : t('sourceDownBecause', { lasted, detail: alert.detail })
      case 'sync_status_inconsistent':
      case 'host_down':
      case 'channel_down':
        return t(alert.event, { lasted })
      case 'host_threshold':
        return t('host_threshold', { figures: figuresOf(alert), lasted })
      case 'host_down_migrate_resource':
        return t('host_down_migrate_resource', { by: hostsOf(alert) })
      case 'clock_skew':
      case 'evaluation_gap':
        return t(alert.event, {
          observed: words((alert.observedMs ?? 0) / 1_000),
          threshold: words(toSeconds(alert.thresholdMs)),
        })
      default:
        return assertNever(alert.event)
    }
  }
}
