'use client'

import type { Verdict } from '@highwater/db/queries'
import { CircleAlert, CircleCheck, Clock, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useNotSentText } from '~/features/alert/use-not-sent-text.ts'
import { classNames } from '~/ui/class-names.ts'
import { useClockText } from '~/ui/use-clock-text.ts'
import { shownVerdicts } from './shown-verdicts.ts'

interface PartProps {
  readonly icon: LucideIcon
  readonly ink: string
  readonly text: string
}

function Part({ icon: Icon, ink, text }: PartProps) {
  return (
    <span className="inline-flex items-start">
      <Icon aria-hidden className={classNames('mt-0.75 mr-1 size-3.5 shrink-0', ink)} />
      <span className="wrap-anywhere min-w-0">{text}</span>
    </span>
  )
}

/** What each channel got of an alert, a part of the line each; many of them are counted. */
export function VerdictLine({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  const t = useTranslations('now')
  const { named, more, held } = shownVerdicts(verdicts)
  return (
    <>
      {named.map((verdict) => (
        <VerdictPart key={verdict.channelName} verdict={verdict} />
      ))}
      {more === 0 ? null : <span>{t('moreVerdicts', { count: more })}</span>}
      {held === 0 ? null : (
        <Part icon={Clock} ink="text-amber" text={t('heldBack', { count: held })} />
      )}
    </>
  )
}

function VerdictPart({ verdict }: { readonly verdict: Verdict }) {
  const t = useTranslations('now')
  const notSent = useNotSentText()
  const clockText = useClockText()
  const channel = verdict.channelName ?? ''
  const reason = verdict.reason === null ? '' : notSent(verdict.reason)
  switch (verdict.state) {
    case 'delivered':
    case 'partial': {
      const text = t(verdict.state, { channel, time: clockText(verdict.at) })
      return <Part icon={CircleCheck} ink="text-quiet" text={text} />
    }
    case 'pending':
    case 'sending':
      return <Part icon={Clock} ink="text-amber" text={t('waiting', { channel })} />
    case 'retrying':
      return <Part icon={Clock} ink="text-amber" text={t('retrying', { channel, reason })} />
    case 'failed': {
      const text = t('notifiedFailed', { channel, reason })
      return <Part icon={CircleAlert} ink="text-firing" text={text} />
    }
    case 'cancelled':
    case 'suppressed':
    case 'superseded':
      return verdict.channelName === null ? (
        <Part icon={CircleAlert} ink="text-firing" text={t('notifiedNobody', { reason })} />
      ) : (
        <Part icon={Clock} ink="text-amber" text={t('held', { channel, reason })} />
      )
  }
}
