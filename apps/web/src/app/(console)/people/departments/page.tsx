import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AccessTabs } from '~/features/access/access-tabs.tsx'
import { DepartmentForm } from '~/features/access/department-form.tsx'
import { DepartmentTable } from '~/features/access/department-table.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'
import { RefusedButton } from '~/ui/refused-button.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access.departments')
  return { title: t('title') }
}

export default async function DepartmentsPage() {
  const { actor } = await requireViewer()
  const [t, locale, api] = await Promise.all([
    getTranslations('access.departments'),
    getLocale(),
    caller(),
  ])
  const items = await api.people.departments()
  const refusal = refusalFor(actor, 'department.write', {}, locale)
  return (
    <ClientText areas={['access']}>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          refusal === null ? null : <RefusedButton reason={refusal}>{t('add')}</RefusedButton>
        }
      />
      <AccessTabs current="departments" />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <Panel flush>
          <DepartmentTable items={items} />
        </Panel>
        {refusal === null ? <DepartmentForm department={null} /> : null}
      </div>
    </ClientText>
  )
}
