'use client'

import type { LatencyHistory as History } from '@highwater/db/queries'
import { LatencyChart } from '~/chart/latency-chart.tsx'
import { useMessageWords } from '~/features/alert/use-message-words.ts'
import { stateSpans } from './state-spans.ts'
import { useActWords } from './use-act-words.ts'

interface LatencyHistoryProps {
  readonly label: string
  readonly history: History
}

const arrived = ['pending', 'sending', 'retrying', 'delivered', 'partial']

/** A project's history on one time axis: latency, thresholds, states, messages, human acts. */
export function LatencyHistory({ label, history }: LatencyHistoryProps) {
  const messageWords = useMessageWords()
  const actWords = useActWords()
  return (
    <LatencyChart
      label={label}
      data={{
        from: history.from,
        to: history.to,
        samples: history.samples,
        thresholds: history.thresholds.map(({ at, seconds }) => ({ from: at, seconds })),
        states: stateSpans(history),
        notifications: history.notifications.map(({ at, state, reason, channelName }) => ({
          at,
          label: messageWords({
            state,
            reason,
            channel: channelName === null ? null : { name: channelName },
          }),
          failed: !arrived.includes(state),
        })),
        marks: history.acts.map(({ at, type, actorName }) => ({
          at,
          label: actWords(type, actorName),
        })),
      }}
    />
  )
}
