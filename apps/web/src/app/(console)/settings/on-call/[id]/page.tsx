import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { OnCallForm } from '~/features/people/on-call-form.tsx'
import { OnCallTable } from '~/features/people/on-call-table.tsx'
import { ReadOnlyNotice } from '~/forms/read-only-notice.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { pageNow } from '~/list/page-now.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'

interface OnCallDepartmentPageProps {
  readonly params: Promise<{ readonly id: string }>
}

async function readDepartment({ params }: OnCallDepartmentPageProps) {
  const { id } = await params
  await requireViewer()
  const items = await (await caller()).people.onCall()
  return items.find((item) => item.id === id) ?? notFound()
}

export async function generateMetadata(props: OnCallDepartmentPageProps): Promise<Metadata> {
  const { name } = await readDepartment(props)
  return { title: (await getTranslations('people.onCall'))('titleOf', { department: name }) }
}

export default async function OnCallDepartmentPage(props: OnCallDepartmentPageProps) {
  const { actor } = await requireViewer()
  const item = await readDepartment(props)
  const api = await caller()
  const [t, locale, timeZone, now, accounts] = await Promise.all([
    getTranslations('people.onCall'),
    getLocale(),
    getTimeZone(),
    pageNow(),
    api.people.accounts({}),
  ])
  const refusal = refusalFor(actor, 'onCall.write', { department: item.id }, locale)
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)
  return (
    <ClientText areas={['people']}>
      <PageHeader title={t('titleOf', { department: item.name })} description={t('description')} />
      {refusal === null ? (
        <OnCallForm
          item={item}
          people={accounts.map(({ id, name, email }) => ({
            value: id,
            label: name === email ? name : `${name} (${email})`,
          }))}
          today={today}
          timeZone={timeZone}
        />
      ) : (
        <>
          <ReadOnlyNotice refusal={refusal} />
          <Panel flush>
            <OnCallTable items={[item]} />
          </Panel>
        </>
      )}
    </ClientText>
  )
}
