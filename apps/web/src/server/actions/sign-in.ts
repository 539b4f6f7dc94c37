'use server'

import { signIn } from '@highwater/db/auth'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import type { GateFormState } from '~/features/gate/gate-form-state.ts'
import { durationInWords } from '~/ui/duration-words.ts'
import { localPath } from '../auth/local-path.ts'
import { setSessionCookie } from '../auth/set-session-cookie.ts'
import { describeFailure } from '../describe-failure.ts'
import { services } from '../services.ts'
import { pageOrigin } from '../viewer.ts'

/** Signs in with e-mail and password; works as a plain form post too. */
export async function signInAction(_before: GateFormState, form: FormData): Promise<GateFormState> {
  const { db, sealer, environment, log } = services()
  const t = await getTranslations('signIn.error')
  const email = String(form.get('email') ?? '')
  const refused = (error: string): GateFormState => ({ error, fieldErrors: {}, values: { email } })
  const origin = await pageOrigin()
  const password = String(form.get('password') ?? '')
  const result = await signIn(db, { email, password, origin, sealer }).catch((error: unknown) => {
    if (describeFailure(error, origin.id).code !== 'unavailable') throw error
    log.warn({ err: error, requestId: origin.id }, 'nobody can sign in while the database is away')
    return null
  })
  if (result === null) return refused(t('unavailable'))
  if (!result.ok) {
    switch (result.reason) {
      case 'locked': {
        const seconds = result.retryAfterSeconds ?? 60
        return refused(t('locked', { length: durationInWords(seconds, await getLocale()) }))
      }
      case 'disabled':
        return refused(t('disabled'))
      case 'wrong_credentials':
        return refused(t('wrong'))
    }
  }
  await setSessionCookie(result.session.id, environment)
  redirect(localPath(form.get('next')))
}
