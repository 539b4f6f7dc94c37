import { providerRefusalFrom, providerRefusalTexts } from '@highwater/core/sign-in'
import { setUpNeeded } from '@highwater/db/auth'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { GateFrame } from '~/features/gate/gate-frame.tsx'
import { SignInForm } from '~/features/gate/sign-in-form.tsx'
import { WaysIn } from '~/features/gate/ways-in.tsx'
import { type PageParameters, readListQuery } from '~/list/read-list-query.ts'
import { signInAction } from '~/server/actions/sign-in.ts'
import { waysIn } from '~/server/auth/provider/ways-in.ts'
import { services } from '~/server/services.ts'
import { readViewer } from '~/server/viewer.ts'
import { Notice } from '~/ui/notice.tsx'

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
  const [t, locale, ways] = await Promise.all([
    getTranslations('signIn'),
    getLocale(),
    waysIn(services()),
  ])
  const { next = '/', refused } = readListQuery(await searchParams, ['next', 'refused'])
  const refusal = providerRefusalFrom(refused)
  return (
    <GateFrame title={t('title')} description={t('description')}>
      {refusal === null ? null : (
        <div className="mb-4">
          <Notice tone="error">{providerRefusalTexts[refusal][locale]}</Notice>
        </div>
      )}
      <SignInForm action={signInAction} next={next} />
      <WaysIn ways={ways} next={next} />
    </GateFrame>
  )
}
