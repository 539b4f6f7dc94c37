import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Panel } from '~/ui/panel.tsx'

/** For those who may not read the audit: who may, and whom to ask. */
export function AuditClosed() {
  const t = useTranslations('audit.refused')
  return (
    <Panel>
      <EmptyState icon={Lock} title={t('title')}>
        {t('text')}
      </EmptyState>
    </Panel>
  )
}
