import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ApplyForm } from '~/features/level-rules/apply-form.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('levelRules.apply')
  return { title: t('title') }
}

export default async function ApplyRulesPage() {
  const { actor } = await requireViewer()
  const [t, locale] = await Promise.all([getTranslations('levelRules.apply'), getLocale()])
  const refusal = refusalFor(actor, 'policy.update', { department: null }, locale)
  const api = await caller()
  return (
    <ClientText areas={['backtest', 'levelRules', 'projects']}>
      <PageHeader title={t('title')} description={t('description')} />
      {refusal === null ? (
        <ApplyForm preview={await api.levelRule.preview()} />
      ) : (
        <Notice>{refusal}</Notice>
      )}
    </ClientText>
  )
}
