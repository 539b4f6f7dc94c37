import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CodeForm } from '~/features/gate/code-form.tsx'
import { GateFrame } from '~/features/gate/gate-frame.tsx'
import { type PageParameters, readListQuery } from '~/list/read-list-query.ts'
import { giveCodeAction } from '~/server/actions/sign-in-steps.ts'
import { requireStep } from '~/server/auth/unfinished-sign-in.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn.code')
  return { title: t('title') }
}

interface CodePageProps {
  readonly searchParams: Promise<PageParameters>
}

export default async function CodePage({ searchParams }: CodePageProps) {
  const { next = '/' } = readListQuery(await searchParams, ['next'])
  const { email } = await requireStep('second_factor', next)
  const t = await getTranslations('signIn.code')
  return (
    <GateFrame title={t('title')} description={t('description', { email })}>
      <CodeForm action={giveCodeAction} next={next} />
    </GateFrame>
  )
}
