import { explainReason } from '@highwater/channels/catalog'
import type { Attempt } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { isAnswered, receiverWords } from '~/features/channel/receiver-words.ts'
import { ExactTime } from '~/ui/exact-time.tsx'
import { millisInWords } from '~/ui/millis-words.ts'
import { useListing } from '~/ui/use-listing.ts'

interface AttemptListProps {
  readonly attempts: readonly Attempt[]
  /** Nothing more will be tried. */
  readonly isOver: boolean
}

/** Every try: when, how long, and the receiver's own words with secrets removed. */
export function AttemptList({ attempts, isOver }: AttemptListProps) {
  const t = useTranslations('deliveries.attempt')
  const outcomes = useTranslations('common.outcome')
  const listed = useListing()
  const locale = useLocale()
  if (attempts.length === 0) {
    return <p className="text-ink-muted text-sm">{t(isOver ? 'neverTried' : 'none')}</p>
  }
  return (
    <ol className="flex flex-col gap-4">
      {attempts.map((attempt) => {
        const explained = explainReason(attempt.reason)
        const words = receiverWords(attempt.providerCode, attempt.providerMessage)
        const plainly = attempt.outcome === 'delivered' && attempt.reason === 'accepted'
        return (
          <li key={attempt.number} className="flex flex-col gap-1 text-sm">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-medium">{t('title', { number: attempt.number })}</span>
              <span>{outcomes(attempt.outcome)}</span>
              <span className="ml-auto text-ink-faint text-xs">
                <ExactTime at={attempt.startedAt} />
                {attempt.durationMs === null
                  ? null
                  : ` · ${t('took', { length: millisInWords(attempt.durationMs, locale) })}`}
                {attempt.httpStatus === null
                  ? null
                  : ` · ${t('httpStatus', { status: String(attempt.httpStatus) })}`}
              </span>
            </p>
            {plainly ? null : (
              <p>
                {explained.sentence[locale]}{' '}
                <span className="text-ink-muted">{explained.advice[locale]}</span>
              </p>
            )}
            {attempt.refused.length === 0 ? null : (
              <p>{t('refused', { names: listed(attempt.refused) })}</p>
            )}
            {words === '' ? null : (
              <p className="text-ink-muted text-xs">
                {t(isAnswered(attempt) ? 'answer' : 'error')}:{' '}
                <q className="wrap-anywhere font-mono text-ink">{words}</q>
              </p>
            )}
            <p className="text-ink-faint text-xs">
              {t('worker')}: <span className="font-mono">{attempt.worker}</span>
            </p>
          </li>
        )
      })}
    </ol>
  )
}
