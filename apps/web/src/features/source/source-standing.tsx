import type { SourceItem } from '@highwater/db/queries'
import { type CollectFailure, collectFailures, failureTexts } from '@highwater/sources/catalog'
import { useLocale, useTranslations } from 'next-intl'
import { oneOf } from '~/list/read-list-query.ts'
import { StateBadge } from '~/ui/state-badge.tsx'
import { SourceFailingFor } from './source-failing-for.tsx'

type Standing = Pick<
  SourceItem,
  'enabled' | 'failingSince' | 'failures' | 'lastCollectedAt' | 'lastFailure'
>

/** Whether a source answers; if not, since when, why, and what to do. */
export function SourceStanding({ source }: { readonly source: Standing }) {
  const t = useTranslations('system.source')
  const locale = useLocale()
  const { enabled, failingSince, failures, lastCollectedAt, lastFailure } = source
  if (!enabled) return <StateBadge meaning="stale" word={t('disabled')} />
  if (failingSince === null) {
    return lastCollectedAt === null ? (
      <StateBadge meaning="unknown" word={t('untried')} />
    ) : (
      <StateBadge meaning="quiet" word={t('working')} />
    )
  }
  const reason: CollectFailure = oneOf(collectFailures, lastFailure?.reason) ?? 'unexpected'
  return (
    <div className="flex max-w-96 flex-col items-start gap-1 py-1 text-xs">
      <span className="flex flex-wrap items-center gap-x-2">
        <StateBadge meaning="firing" word={t('failing')} />
        <SourceFailingFor since={failingSince} failures={failures} />
      </span>
      <p>{failureTexts[reason][locale]}</p>
      {lastFailure === null ? null : (
        <q className="wrap-anywhere font-mono text-ink-muted">{lastFailure.message}</q>
      )}
    </div>
  )
}
