import type { AuditItem } from '@highwater/db/queries'
import { Ban, Check, Hourglass } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { resultOf } from '~/audit-text/result-of.ts'
import { Badge } from '~/ui/badge.tsx'

interface AuditResultProps {
  readonly item: Pick<AuditItem, 'result' | 'operation' | 'changes'>
}

/** Done, or refused; most entries are done, so that word stays quiet. */
export function AuditResult({ item }: AuditResultProps) {
  const t = useTranslations('audit.result')
  const result = resultOf(item)
  if (result === 'refused') {
    return (
      <Badge tone="amber">
        <Ban aria-hidden />
        {t('refused')}
      </Badge>
    )
  }
  const Icon = result === 'unfinished' ? Hourglass : Check
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap text-ink-muted">
      <Icon aria-hidden className="size-3.5 text-ink-faint" />
      {t(result)}
    </span>
  )
}
