import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { UserForm } from '~/features/access/user-form.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access.users')
  return { title: t('title') }
}

export default async function NewUserPage() {
  const { actor } = await requireViewer()
  const [t, locale, api] = await Promise.all([
    getTranslations('access.users'),
    getLocale(),
    caller(),
  ])
  const refusal = refusalFor(actor, 'user.write', {}, locale)
  return (
    <ClientText areas={['access']}>
      <PageHeader title={t('title')} />
      {refusal === null ? (
        <div className="max-w-3xl">
          <UserForm user={null} departments={await api.people.departments()} />
        </div>
      ) : (
        <Notice>{refusal}</Notice>
      )}
    </ClientText>
  )
}
