import { readParametersInForce } from '@highwater/db/queries'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { GateFrame } from '~/features/gate/gate-frame.tsx'
import { NewPasswordForm } from '~/features/gate/new-password-form.tsx'
import { type PageParameters, readListQuery } from '~/list/read-list-query.ts'
import { replacePasswordAction } from '~/server/actions/sign-in-steps.ts'
import { requireStep } from '~/server/auth/unfinished-sign-in.ts'
import { services } from '~/server/services.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn.newPassword')
  return { title: t('title') }
}

interface NewPasswordPageProps {
  readonly searchParams: Promise<PageParameters>
}

export default async function NewPasswordPage({ searchParams }: NewPasswordPageProps) {
  const { next = '/' } = readListQuery(await searchParams, ['next'])
  const { email } = await requireStep('new_password', next)
  const [t, { passwordLeastLength }] = await Promise.all([
    getTranslations('signIn.newPassword'),
    readParametersInForce(services().db.orm),
  ])
  return (
    <GateFrame title={t('title')} description={t('description')}>
      <NewPasswordForm
        action={replacePasswordAction}
        shortestPassword={passwordLeastLength}
        values={{ next }}
        email={email}
      />
    </GateFrame>
  )
}
