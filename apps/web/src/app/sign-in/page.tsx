import { providerRefusalFrom, providerRefusalTexts } from '@highwater/core/sign-in'
import { readLocalPolicy, setUpNeeded } from '@highwater/db/auth'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { GateFrame } from '~/features/gate/gate-frame.tsx'
import { SignInForm } from '~/features/gate/sign-in-form.tsx'
import { WaysIn } from '~/features/gate/ways-in.tsx'
import { type PageParameters, readListQuery } from '~/list/read-list-query.ts'
import { signInAction } from '~/server/actions/sign-in.ts'
import { waysIn } from '~/server/auth/provider/ways-in.ts'
import { readCookie, sessionCookieName } from '~/server/auth/session-cookie.ts'
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

/** Why one stands here, if there is more to it than not having signed in yet. */
async function noticeOf(refused: string | undefined, changed: string | undefined) {
  const t = await getTranslations('signIn')
  const refusal = providerRefusalFrom(refused)
  if (refusal !== null) {
    return { tone: 'error', text: providerRefusalTexts[refusal][await getLocale()] } as const
  }
  if (changed !== undefined) return { tone: 'done', text: t('reset.done') } as const
  const cookie = readCookie(await headers(), sessionCookieName(services().environment))
  return cookie === null ? null : ({ tone: 'info', text: t('ended') } as const)
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  if ((await readViewer()) !== null) redirect('/')
  if (await setUpNeeded(services().db)) redirect('/setup')
  const [t, ways, { localSignIn }] = await Promise.all([
    getTranslations('signIn'),
    waysIn(services()),
    readLocalPolicy(services().db.orm),
  ])
  const {
    next = '/',
    refused,
    changed,
  } = readListQuery(await searchParams, ['next', 'refused', 'changed'])
  const notice = await noticeOf(refused, changed)
  return (
    <GateFrame title={t('title')} description={t('description')}>
      {notice === null ? null : (
        <div className="mb-4">
          <Notice tone={notice.tone}>{notice.text}</Notice>
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
