import { setUpNeeded } from '@highwater/db/auth'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { GateFrame } from '~/features/gate/gate-frame.tsx'
import { SignInForm } from '~/features/gate/sign-in-form.tsx'
import { type PageParameters, readListQuery } from '~/list/read-list-query.ts'
import { signInAction } from '~/server/actions/sign-in.ts'
import { services } from '~/server/services.ts'
import { readViewer } from '~/server/viewer.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return { title: t('title') }
}

interface SignInPageProps {
  readonly searchParams: Promise<PageParameters>
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  if ((await readViewer()) !== null) redirect('/')
  if (await setUpNeeded(services().db)) redirect('/setup')
  const t = await getTranslations('signIn')
  const { next = '/' } = readListQuery(await searchParams, ['next'])
  return (
    <GateFrame title={t('title')} description={t('description')}>
      <SignInForm action={signInAction} next={next} />
    </GateFrame>
  )
}
