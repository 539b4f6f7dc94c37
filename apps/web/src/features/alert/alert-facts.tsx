'use client'

import { explainReason } from '@highwater/channels/catalog'
import { type Locale, toSeconds } from '@highwater/core'
import { type AlertEvent, alertEventFacts } from '@highwater/core/alert'
import type { AlertDetail } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ElapsedTime } from '~/ui/elapsed-time.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { FactList } from '~/ui/fact-list.tsx'
import { HumanDuration } from '~/ui/human-duration.tsx'
import { LevelShield } from '~/ui/level-shield.tsx'
import { TextLink } from '~/ui/text-link.tsx'

const length = (ms: number | null): ReactNode =>
  ms === null ? null : <HumanDuration seconds={Math.round(ms / 1_000)} />

/** What an alert without a project is about. */
function subjectWordOf(event: AlertEvent): 'host' | 'channel' | 'system' | 'source' {
  if (alertEventFacts[event].subject === 'host') return 'host'
  if (event === 'channel_down') return 'channel'
  return event === 'evaluation_gap' ? 'system' : 'source'
}

/** Why a source or a channel is down; the sentence of an interruption says its own. */
function causeOf({ event, detail }: AlertDetail, locale: Locale): string | null {
  if (detail === null) return null
  if (event === 'channel_down') return explainReason(detail).sentence[locale]
  return event === 'source_down' ? detail : null
}

/** The figures behind the sentence; every threshold says where it comes from. */
export function AlertFacts({ alert }: { readonly alert: AlertDetail }) {
  const t = useTranslations('alerts.detail')
  const common = useTranslations('common')
  const locale = useLocale()
  const { condition } = alertEventFacts[alert.event]
  const isOfLevel = condition === 'latency' || condition === 'interruption'
  const { project, closedAt, firedAt, policyVersion } = alert
  return (
    <FactList
      facts={[
        [t('event'), common(`alertEvent.${alert.event}`)],
        [
          t(project === null ? subjectWordOf(alert.event) : 'project'),
          project === null ? (
            alertEventFacts[alert.event].subject === 'host' ? (
              <TextLink href="/hosts">{alert.subject}</TextLink>
            ) : (
              alert.subject
            )
          ) : (
            <TextLink href={`/projects/${project.id}`}>{project.name}</TextLink>
          ),
        ],
        [t('cause'), causeOf(alert, locale)],
        [t('level'), <LevelShield key="level" level={alert.level} />],
        [t('openedAt'), <ExactTime key="since" at={alert.since} />],
        [t('firedAt'), firedAt === null ? null : <ExactTime at={firedAt} />],
        [t('detectedLate'), length(alert.detectedLateMs)],
        [t('closedAt'), closedAt === null ? null : <ExactTime at={closedAt} />],
        [
          t('lasted'),
          closedAt === null ? (
            <ElapsedTime since={alert.since} />
          ) : (
            <HumanDuration seconds={Math.round((closedAt - alert.since) / 1_000)} />
          ),
        ],
        [t('observed'), length(alert.observedMs)],
        [t('peak'), length(alert.peakMs)],
        [
          t('threshold'),
          alert.thresholdMs === 0 ? null : (
            <span key="threshold">
              <HumanDuration seconds={toSeconds(alert.thresholdMs)} />{' '}
              {alert.event === 'no_signal' ? (
                <span className="text-ink-faint">{t('thresholdSilence')}</span>
              ) : null}
              {policyVersion === null || !isOfLevel ? null : (
                <span className="text-ink-faint">
                  {t('thresholdFrom', {
                    level: common(`level.${alert.level}`),
                    version: policyVersion,
                  })}
                </span>
              )}
            </span>
          ),
        ],
        [t('messages'), t('messageCount', { ...alert.notifications })],
        [t('acknowledged'), alert.acknowledgedBy?.name ?? null],
        [t('assignee'), alert.assignee?.name ?? null],
      ]}
    />
  )
}
