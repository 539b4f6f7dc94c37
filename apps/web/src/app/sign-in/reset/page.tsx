import { isResetLink } from '@highwater/db/auth'
import { readParametersInForce } from '@highwater/db/queries'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { GateFrame } from '~/features/gate/gate-frame.tsx'
import { NewPasswordForm } from '~/features/gate/new-password-form.tsx'
import { type PageParameters, readListQuery } from '~/list/read-list-query.ts'
import { redeemResetAction } from '~/server/actions/password-reset.ts'
import { services } from '~/server/services.ts'
import { Notice } from '~/ui/notice.tsx'
import { TextLink } from '~/ui/text-link.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn.reset')
  // The address holds the token: it goes nowhere as a referrer.
  return { title: t('title'), referrer: 'no-referrer' }
}

interface ResetPageProps {
  readonly searchParams: Promise<PageParameters>
}

export default async function ResetPage({ searchParams }: ResetPageProps) {
  const { token = '' } = readListQuery(await searchParams, ['token'])
  const { db } = services()
  const [t, texts, holds, { passwordLeastLength }] = await Promise.all([
    getTranslations('signIn.reset'),
    getTranslations('signIn.forgot'),
    isResetLink(db, token),
    readParametersInForce(db.orm),
  ])
  return (
    <GateFrame title={t('title')} description={t('description')}>
      {holds ? (
        <NewPasswordForm
          action={redeemResetAction}
          shortestPassword={passwordLeastLength}
          values={{ token }}
        />
      ) : (
        <div className="flex flex-col gap-4">
          <Notice tone="error">{t('void')}</Notice>
          <TextLink href="/sign-in/forgot" className="text-sm">
            {texts('link')}
          </TextLink>
        </div>
      )}
    </GateFrame>
  )
}
