import { providerRefusalFrom, providerRefusalTexts } from '@highwater/core/sign-in'
import { readLocalPolicy, setUpNeeded } from '@highwater/db/auth'
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
import { TextLink } from '~/ui/text-link.tsx'

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
  const [t, locale, ways, { localSignIn }] = await Promise.all([
    getTranslations('signIn'),
    getLocale(),
    waysIn(services()),
    readLocalPolicy(services().db.orm),
  ])
  const {
    next = '/',
    refused,
    changed,
  } = readListQuery(await searchParams, ['next', 'refused', 'changed'])
  const refusal = providerRefusalFrom(refused)
  return (
    <GateFrame title={t('title')} description={t('description')}>
      {refusal === null ? null : (
        <div className="mb-4">
          <Notice tone="error">{providerRefusalTexts[refusal][locale]}</Notice>
        </div>
      )}
      {changed === undefined ? null : (
        <div className="mb-4">
          <Notice tone="done">{t('reset.done')}</Notice>
        </div>
      )}
      {localSignIn ? (
        <>
          <SignInForm action={signInAction} next={next} />
          <TextLink href="/sign-in/forgot" className="mt-4 text-sm">
            {t('forgot.link')}
          </TextLink>
        </>
      ) : (
        <details className="order-last mt-6">
          <summary className="text-ink-muted text-sm tap">{t('breakGlass')}</summary>
          <div className="mt-3">
            <SignInForm action={signInAction} next={next} />
          </div>
        </details>
      )}
      <WaysIn ways={ways} next={next} />
    </GateFrame>
  )
}
