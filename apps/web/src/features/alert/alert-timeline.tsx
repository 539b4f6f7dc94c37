'use client'

import { alertEventFacts } from '@highwater/core/alert'
import type { AlertDetail } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Timeline, type TimelineEntry } from '~/ui/timeline.tsx'
import { messageLooks, timelineLook } from './timeline-looks.ts'
import { useTransitionWords } from './transition-words.ts'
import { useMessageWords } from './use-message-words.ts'

/** What happened, in words: transitions, messages and what people did, newest last. */
export function AlertTimeline({ alert }: { readonly alert: AlertDetail }) {
  const t = useTranslations('alerts.detail')
  const words = useTransitionWords(alertEventFacts[alert.event].condition === 'latency')
  const messageWords = useMessageWords()
  const transitions = alert.timeline.map(
    (entry): TimelineEntry => ({
      id: `event-${entry.id}`,
      at: entry.at,
      ...timelineLook(entry.type),
      title: words(entry),
    }),
  )
  const messages = alert.told
    .filter(({ state }) => state !== 'suppressed' && state !== 'superseded')
    .map(
      (message): TimelineEntry => ({
        id: `message-${message.id}`,
        at: message.settledAt ?? message.createdAt,
        ...messageLooks[message.state === 'failed' ? 'failed' : 'sent'],
        title: messageWords(message),
      }),
    )
  const entries = [...transitions, ...messages].sort((left, right) => left.at - right.at)
  return <Timeline label={t('timeline')} entries={entries} />
}
