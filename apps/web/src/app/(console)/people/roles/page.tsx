import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccessTabs } from '~/features/access/access-tabs.tsx'
import { OmsRoles } from '~/features/access/oms-roles.tsx'
import { RoleMatrix } from '~/features/access/role-matrix.tsx'
import { requireViewer } from '~/server/viewer.ts'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access.roles')
  return { title: t('title') }
}

export default async function RolesPage() {
  await requireViewer()
  const t = await getTranslations('access.roles')
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <AccessTabs current="roles" />
      <p className="max-w-prose text-ink-muted">
        {t('global')} {t('tokens')}
      </p>
      <Panel flush>
        <RoleMatrix />
      </Panel>
      <Panel flush title={t('oms')}>
        <OmsRoles />
      </Panel>
    </>
  )
}
