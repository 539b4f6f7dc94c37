import type { AlertGroupId } from '@highwater/core'
import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { AlertGroupForm } from '~/features/alert-group/alert-group-form.tsx'
import { AlertGroupTable } from '~/features/alert-group/alert-group-table.tsx'
import { DeleteAlertGroupDialog } from '~/features/alert-group/delete-alert-group-dialog.tsx'
import { optionsFor, readTargets } from '~/features/subscription/target-options.ts'
import { ReadOnlyNotice } from '~/forms/read-only-notice.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { orNotFound } from '~/list/or-not-found.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'

interface AlertGroupPageProps {
  readonly params: Promise<{ readonly id: string }>
}

const readGroup = async ({ params }: AlertGroupPageProps) => {
  const { id } = await params
  await requireViewer()
  return orNotFound((await caller()).alertGroup.get({ id: id as AlertGroupId }))
}

export async function generateMetadata(props: AlertGroupPageProps): Promise<Metadata> {
  return { title: (await readGroup(props)).name }
}

export default async function AlertGroupPage(props: AlertGroupPageProps) {
  const { actor } = await requireViewer()
  const [locale, group, targets] = await Promise.all([getLocale(), readGroup(props), readTargets()])
  const { id, name, version, department } = group
  const refusal = refusalFor(actor, 'group.write', { department }, locale)
  return (
    <ClientText areas={['subscriptions']}>
      <PageHeader
        title={name}
        actions={refusal === null ? <DeleteAlertGroupDialog id={id} name={name} /> : null}
      />
      {refusal === null ? (
        <AlertGroupForm
          key={version}
          group={group}
          places={[]}
          channels={optionsFor(targets.channels, department)}
        />
      ) : (
        <>
          <ReadOnlyNotice refusal={refusal} />
          <Panel flush>
            <AlertGroupTable groups={[group]} />
          </Panel>
        </>
      )}
    </ClientText>
  )
}
