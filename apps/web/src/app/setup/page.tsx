import { setUpNeeded } from '@highwater/db/auth'
import { readParametersInForce } from '@highwater/db/queries'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { GateFrame } from '~/features/gate/gate-frame.tsx'
import { SetUpForm } from '~/features/gate/set-up-form.tsx'
import { setUpAction } from '~/server/actions/set-up.ts'
import { services } from '~/server/services.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn.setUp')
  return { title: t('title') }
}

/** The first start: it exists until somebody is administrator. */
export default async function SetUpPage() {
  await connection()
  const { db } = services()
  if (!(await setUpNeeded(db))) redirect('/sign-in')
  const t = await getTranslations('signIn.setUp')
  const { passwordLeastLength } = await readParametersInForce(db.orm)
  return (
    <GateFrame title={t('title')} description={t('description')}>
      <SetUpForm action={setUpAction} shortestPassword={passwordLeastLength} />
    </GateFrame>
  )
}
