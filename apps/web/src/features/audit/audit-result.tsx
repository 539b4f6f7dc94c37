import type { AuditItem } from '@highwater/db/queries'
import { Ban, Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '~/ui/badge.tsx'

/** Done, or refused; most entries are done, so that word stays quiet. */
export function AuditResult({ result }: Pick<AuditItem, 'result'>) {
  const t = useTranslations('audit.result')
  if (result === 'refused') {
    return (
      <Badge tone="amber">
        <Ban aria-hidden />
        {t('refused')}
      </Badge>
    )
  }
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap text-ink-muted">
      <Check aria-hidden className="size-3.5 text-ink-faint" />
      {t('succeeded')}
    </span>
  )
}
