import type { ProtectionLevel, ProtectionLevelSettings } from '@highwater/core/policy'
import type { PreviewNews } from '@highwater/db/queries'
import { skipToken } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { useTimeZone } from 'next-intl'
import { useState } from 'react'
import type { choiceOf } from '~/features/project-life/bulk-action.ts'
import { useTRPC } from '~/trpc/client.tsx'

/** What somebody wants to know the effect of: other thresholds, another level for projects, the level rules. */
export type Proposal =
  | {
      readonly of: 'settings'
      readonly settings: ProtectionLevelSettings
      /** The version that they were made from. */
      readonly version: number
    }
  | {
      readonly of: 'level'
      readonly level: ProtectionLevel
      readonly choice: ReturnType<typeof choiceOf>
    }
  | { readonly of: 'rules' }

/** What is known so far of the effect of a proposal; another proposal ends the work on this one. */
export function usePreview(asked: Proposal | null) {
  const { policy, levelRule } = useTRPC()
  const [heard, setHeard] = useState<{ readonly of: string; readonly news: PreviewNews }>()
  const timeZone = useTimeZone() ?? 'UTC'
  const key = JSON.stringify([asked, timeZone])
  const onData = (news: PreviewNews) => setHeard({ of: key, news })
  const ofSettings = useSubscription(
    policy.preview.subscriptionOptions(
      asked?.of === 'settings'
        ? { proposal: { ...asked.settings, version: asked.version }, timeZone }
        : skipToken,
      { onData },
    ),
  )
  const ofLevel = useSubscription(
    policy.previewLevelChange.subscriptionOptions(
      asked?.of === 'level'
        ? { proposal: { level: asked.level, ...asked.choice }, timeZone }
        : skipToken,
      { onData },
    ),
  )
  const ofRules = useSubscription(
    levelRule.previewAlerts.subscriptionOptions(asked?.of === 'rules' ? { timeZone } : skipToken, {
      onData,
    }),
  )
  const news = heard?.of === key ? heard.news : null
  const { error } = { settings: ofSettings, level: ofLevel, rules: ofRules }[
    asked?.of ?? 'settings'
  ]
  const isRunning = asked !== null && error === null && news?.is !== 'result'
  return { news, error, isRunning }
}
