import type { DepartmentId } from '@highwater/core'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeleteDepartmentDialog } from '~/features/access/delete-department-dialog.tsx'
import { DepartmentForm } from '~/features/access/department-form.tsx'
import { DepartmentTable } from '~/features/access/department-table.tsx'
import { AddMember } from '~/features/access/member-controls.tsx'
import { MemberTable } from '~/features/access/member-table.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { orNotFound } from '~/list/or-not-found.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TextLink } from '~/ui/text-link.tsx'

interface DepartmentPageProps {
  readonly params: Promise<{ readonly id: string }>
}

async function readDepartment({ params }: DepartmentPageProps) {
  const { id } = await params
  await requireViewer()
  return orNotFound((await caller()).department.get({ id: id as DepartmentId }))
}

export async function generateMetadata(props: DepartmentPageProps): Promise<Metadata> {
  return { title: (await readDepartment(props)).name }
}

export default async function DepartmentPage(props: DepartmentPageProps) {
  const { actor } = await requireViewer()
  const department = await readDepartment(props)
  const [t, locale] = await Promise.all([getTranslations('access'), getLocale()])
  const { id, name, isDefault } = department
  const mayRename = refusalFor(actor, 'department.write', { department: id }, locale) === null
  const refusal = refusalFor(actor, 'membership.write', { department: id }, locale)
  return (
    <ClientText areas={['access']}>
      <PageHeader
        title={name}
        description={
          <TextLink href={`/settings/on-call/${id}`}>{t('departments.onCall')}</TextLink>
        }
        actions={mayRename && !isDefault ? <DeleteDepartmentDialog id={id} name={name} /> : null}
      />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        {mayRename ? (
          <DepartmentForm department={department} />
        ) : (
          <Panel flush>
            <DepartmentTable items={[department]} />
          </Panel>
        )}
        <Panel title={t('members.title')}>
          {refusal === null ? <AddMember department={id} /> : <Notice>{refusal}</Notice>}
        </Panel>
      </div>
      <Panel flush>
        <MemberTable department={department} mayChange={refusal === null} />
      </Panel>
    </ClientText>
  )
}
