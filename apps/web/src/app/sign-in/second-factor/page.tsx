import { beginSetUpAtSignIn } from '@highwater/db/auth'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { GateFrame } from '~/features/gate/gate-frame.tsx'
import { SetUpFactorForm } from '~/features/gate/set-up-factor-form.tsx'
import { DeviceSecret } from '~/features/second-factor/device-secret.tsx'
import { pictureOf } from '~/features/second-factor/picture-of.ts'
import { type PageParameters, readListQuery } from '~/list/read-list-query.ts'
import { confirmSetUpAction, leaveSetUpAction } from '~/server/actions/sign-in-steps.ts'
import { presentedSessionId, requireStep } from '~/server/auth/unfinished-sign-in.ts'
import { services } from '~/server/services.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn.setUpFactor')
  return { title: t('title') }
}

interface SetUpFactorPageProps {
  readonly searchParams: Promise<PageParameters>
}

export default async function SetUpFactorPage({ searchParams }: SetUpFactorPageProps) {
  const { next = '/' } = readListQuery(await searchParams, ['next'])
  await requireStep('set_up_second_factor', next)
  const { db, sealer } = services()
  const sessionId = (await presentedSessionId()) ?? ''
  const device = await beginSetUpAtSignIn(db, { sessionId, sealer })
  const t = await getTranslations('signIn.setUpFactor')
  return (
    <GateFrame title={t('title')} description={t('description')}>
      <SetUpFactorForm
        confirm={confirmSetUpAction}
        leave={leaveSetUpAction}
        next={next}
        secret={
          device === null ? null : (
            <DeviceSecret secret={device.secret} picture={pictureOf(device.uri)} />
          )
        }
      />
    </GateFrame>
  )
}
