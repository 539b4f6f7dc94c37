import { isMailCarried, readParametersInForce } from '@highwater/db/queries'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ForgotForm } from '~/features/gate/forgot-form.tsx'
import { GateFrame } from '~/features/gate/gate-frame.tsx'
import { type PageParameters, readListQuery } from '~/list/read-list-query.ts'
import { askForResetAction } from '~/server/actions/password-reset.ts'
import { services } from '~/server/services.ts'
import { Notice } from '~/ui/notice.tsx'
import { TextLink } from '~/ui/text-link.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn.forgot')
  return { title: t('title') }
}

interface ForgotPageProps {
  readonly searchParams: Promise<PageParameters>
}

export default async function ForgotPage({ searchParams }: ForgotPageProps) {
  const { sent } = readListQuery(await searchParams, ['sent'])
  const { db } = services()
  const [t, isCarried, { resetLinkMinutes }] = await Promise.all([
    getTranslations('signIn.forgot'),
    isMailCarried(db),
    readParametersInForce(db.orm),
  ])
  return (
    <GateFrame title={t('title')} description={t('description')}>
      <div className="flex flex-col gap-4">
        {sent === undefined ? null : (
          <Notice tone="done">{t('sent', { minutes: resetLinkMinutes })}</Notice>
        )}
        {isCarried ? <ForgotForm action={askForResetAction} /> : <Notice>{t('noMail')}</Notice>}
        <TextLink href="/sign-in" className="text-sm">
          {t('back')}
        </TextLink>
      </div>
    </GateFrame>
  )
}
