'use client'

import { explainReason } from '@highwater/channels/catalog'
import type { AlertNotification } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { receiverWords } from '~/features/channel/receiver-words.ts'
import { Badge, type BadgeTone } from '~/ui/badge.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { millisInWords } from '~/ui/millis-words.ts'
import { TextLink } from '~/ui/text-link.tsx'
import { ReasonDetail } from './reason-detail.tsx'
import { useNotSentText } from './use-not-sent-text.ts'
import { WhyTold } from './why-told.tsx'

const tones: Readonly<Record<AlertNotification['state'], BadgeTone>> = {
  pending: 'amber',
  sending: 'amber',
  retrying: 'amber',
  delivered: 'quiet',
  partial: 'amber',
  failed: 'firing',
  superseded: 'neutral',
  cancelled: 'neutral',
  suppressed: 'neutral',
}

/** There is nothing to add to its outcome: it arrived, or why not stands above. */
const isPlain = ({ outcome, reason }: AlertNotification['attempts'][number]): boolean =>
  outcome !== 'delivered' || reason === 'accepted'

/** One message to one channel: its outcome, and every attempt with the receiver's answer verbatim. */
export function ToldMessage({ message }: { readonly message: AlertNotification }) {
  const t = useTranslations('alerts')
  const outcomes = useTranslations('common.outcome')
  const locale = useLocale()
  const notSent = useNotSentText()
  return (
    <div className="rounded-md border border-line px-2.5 py-2">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={tones[message.state]}>{t(`messageState.${message.state}`)}</Badge>
        {message.digest === null ? (
          <span>{t(`messageKind.${message.kind}`)}</span>
        ) : (
          <TextLink href={`/alerts?digest=${message.digest.shortId}&range=custom`}>
            {t('detail.digest', message.digest)}
          </TextLink>
        )}
        <span className="ml-auto text-ink-faint text-xs">
          <ExactTime at={message.settledAt ?? message.createdAt} />
        </span>
      </p>
      {message.reason === null ? null : (
        <p className="mt-1 text-ink-muted">
          {notSent(message.reason)}
          <ReasonDetail reason={message.reason} detail={message.reasonDetail} />
        </p>
      )}
      {message.subscriptions.length === 0 ? null : (
        <p className="mt-1 text-ink-faint text-xs">
          <WhyTold message={message} />
        </p>
      )}
      {message.mayBeDuplicate ? (
        <p className="mt-1 text-ink-muted">{t('detail.mayBeDuplicate')}</p>
      ) : null}
      <ul className="mt-1 flex flex-col gap-1 text-ink-muted text-xs">
        {message.attempts.map((attempt) => (
          <li key={attempt.number}>
            {t('detail.attempt', { number: attempt.number, outcome: outcomes(attempt.outcome) })}
            {isPlain(attempt) ? null : ` · ${explainReason(attempt.reason).sentence[locale]}`}
            {attempt.durationMs === null ? null : ` · ${millisInWords(attempt.durationMs, locale)}`}
            {attempt.httpStatus === null ? null : ` · HTTP ${attempt.httpStatus}`}
            {attempt.providerCode === null && attempt.providerMessage === null ? null : (
              <q className="wrap-anywhere mt-0.5 block font-mono text-ink quotes-none">
                {receiverWords(attempt.providerCode, attempt.providerMessage)}
              </q>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
