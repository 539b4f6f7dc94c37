'use client'

import { useTranslations } from 'next-intl'
import { Button } from '~/ui/button.tsx'
import { failureReference } from './failure-reference.ts'
import { PlainPage } from './plain-page.tsx'

export interface FailureProps {
  readonly error: unknown
  readonly retry: () => void
}

/** A page that could not be made: what to do now, and the number to quote. */
export function FailurePage({ error, retry }: FailureProps) {
  const t = useTranslations('errors.failure')
  const reference = failureReference(error)
  return (
    <PlainPage title={t('title')} explanation={t('explanation')}>
      <Button tone="primary" onClick={retry}>
        {t('retry')}
      </Button>
      {reference === null ? null : (
        <p className="text-ink-faint text-sm">
          {t('reference')} <code className="font-mono text-ink-muted">{reference}</code>
        </p>
      )}
    </PlainPage>
  )
}
