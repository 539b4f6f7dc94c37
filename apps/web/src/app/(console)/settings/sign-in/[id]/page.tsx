import type { SignInProviderId } from '@highwater/core'
import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { DeleteProviderDialog } from '~/features/sign-in/delete-provider-dialog.tsx'
import { saveProvider } from '~/features/sign-in/provider-actions.ts'
import { ProviderForm } from '~/features/sign-in/provider-form.tsx'
import { ReadOnlyNotice } from '~/forms/read-only-notice.tsx'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { orNotFound } from '~/list/or-not-found.ts'
import { callbackAddress } from '~/server/auth/provider/ways-in.ts'
import { services } from '~/server/services.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { FactList } from '~/ui/fact-list.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'

interface ProviderPageProps {
  readonly params: Promise<{ readonly id: string }>
}

const readProvider = async ({ params }: ProviderPageProps) => {
  const { id } = await params
  await requireViewer()
  return orNotFound((await caller()).signIn.provider({ id: id as SignInProviderId }))
}

export async function generateMetadata(props: ProviderPageProps): Promise<Metadata> {
  return { title: (await readProvider(props)).name }
}

export default async function ProviderPage(props: ProviderPageProps) {
  const { actor } = await requireViewer()
  const [locale, provider] = await Promise.all([getLocale(), readProvider(props)])
  const { id, name, issuer, version } = provider
  const refusal = refusalFor(actor, 'signIn.write', {}, locale)
  return (
    <ClientText areas={['signInSettings']}>
      <PageHeader
        title={name}
        actions={refusal === null ? <DeleteProviderDialog id={id} name={name} /> : null}
      />
      {refusal === null ? (
        <ProviderForm
          key={version}
          action={saveProvider}
          provider={provider}
          callback={callbackAddress(services().environment, id)}
        />
      ) : (
        <>
          <ReadOnlyNotice refusal={refusal} />
          <Panel>
            <FactList facts={[['Issuer', issuer]]} />
          </Panel>
        </>
      )}
    </ClientText>
  )
}
