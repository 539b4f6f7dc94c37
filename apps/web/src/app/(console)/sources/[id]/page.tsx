import type { SourceId } from '@highwater/core'
import { sourceKindOf } from '@highwater/sources/catalog'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeleteSourceDialog } from '~/features/source/delete-source-dialog.tsx'
import { setSourceEnabled } from '~/features/source/source-actions.ts'
import { SourceFacts } from '~/features/source/source-facts.tsx'
import { SourceForm } from '~/features/source/source-form.tsx'
import { ActionForm } from '~/forms/action-form.tsx'
import { ReadOnlyNotice } from '~/forms/read-only-notice.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { SettingsRead } from '~/forms/settings-read.tsx'
import { ClientText } from '~/i18n/client-text.tsx'
import { orNotFound } from '~/list/or-not-found.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Button } from '~/ui/button.tsx'
import { PageHeader } from '~/ui/page-header.tsx'

interface SourcePageProps {
  readonly params: Promise<{ readonly id: string }>
}

const readSource = async ({ params }: SourcePageProps) => {
  const { id } = await params
  await requireViewer()
  return orNotFound((await caller()).source.get({ id: id as SourceId }))
}

export async function generateMetadata(props: SourcePageProps): Promise<Metadata> {
  return { title: (await readSource(props)).name }
}

export default async function SourcePage(props: SourcePageProps) {
  const { actor } = await requireViewer()
  const [t, locale, source] = await Promise.all([
    getTranslations('system.source'),
    getLocale(),
    readSource(props),
  ])
  const { id, name, kind, enabled, version, projects, department } = source
  const refusal = refusalFor(actor, 'source.write', { department }, locale)
  return (
    <ClientText areas={['system']}>
      <PageHeader
        title={name}
        actions={
          refusal === null ? (
            <>
              <ActionForm
                action={setSourceEnabled}
                values={{ source: id, enabled: String(!enabled) }}
                done={t(enabled ? 'turnedOff' : 'turnedOn', { name })}
              >
                <Button type="submit">{t(enabled ? 'disable' : 'enable')}</Button>
              </ActionForm>
              <DeleteSourceDialog id={id} name={name} projects={projects} />
            </>
          ) : null
        }
      />
      <SourceFacts source={source} />
      {refusal === null ? (
        <SourceForm key={version} kind={kind} source={source} departments={[]} />
      ) : (
        <>
          <SettingsRead
            fields={sourceKindOf(kind).fields}
            config={source.config}
            secrets={{}}
            clusters={[]}
          />
          <ReadOnlyNotice refusal={refusal} />
        </>
      )}
    </ClientText>
  )
}
