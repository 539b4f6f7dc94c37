'use client'

import type { NowAlert } from '@highwater/db/queries'
import { CircleAlert, CircleCheck, Clock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useNotSentText } from '~/features/alert/use-not-sent-text.ts'
import { classNames } from '~/ui/class-names.ts'
import { useClockText } from '~/ui/use-clock-text.ts'

/** What became of the newest message about an alert. */
export function VerdictLine({ verdict }: { readonly verdict: NowAlert['lastVerdict'] }) {
  const t = useTranslations('now')
  const notSent = useNotSentText()
  const clockText = useClockText()
  if (verdict === null) return null
  const channel = verdict.channelName ?? ''
  const reason = verdict.reason === null ? '' : notSent(verdict.reason)
  const time = clockText(verdict.at)
  switch (verdict.state) {
    case 'delivered':
    case 'partial':
      return (
        <span className="inline-flex items-center gap-1">
          <CircleCheck aria-hidden className="size-3.5 shrink-0 text-quiet" />
          <span>{t(verdict.state, { channel, time })}</span>
        </span>
      )
    case 'pending':
    case 'sending':
    case 'retrying':
      return (
        <span className="inline-flex items-center gap-1">
          <Clock aria-hidden className="size-3.5 shrink-0 text-amber" />
          <span>
            {verdict.state === 'retrying'
              ? t('retrying', { channel, reason })
              : t('waiting', { channel })}
          </span>
        </span>
      )
    case 'failed':
    case 'cancelled':
    case 'suppressed':
    case 'superseded': {
      const isHeld = verdict.state !== 'failed' && verdict.channelName !== null
      const Icon = isHeld ? Clock : CircleAlert
      return (
        <span className="inline-flex items-center gap-1">
          <Icon
            aria-hidden
            className={classNames('size-3.5 shrink-0', isHeld ? 'text-amber' : 'text-firing')}
          />
          <span>
            {verdict.channelName === null
              ? t('notifiedNobody', { reason })
              : t(isHeld ? 'held' : 'notifiedFailed', { channel, reason })}
          </span>
        </span>
      )
    }
  }
}
