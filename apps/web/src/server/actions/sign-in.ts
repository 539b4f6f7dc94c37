'use server'

import { signIn } from '@highwater/db/auth'
import { getTranslations } from 'next-intl/server'
import type { GateFormState } from '~/features/gate/gate-form-state.ts'
import { describeFailure } from '../describe-failure.ts'
import { services } from '../services.ts'
import { pageOrigin } from '../viewer.ts'
import { answerSignIn } from './answer-sign-in.ts'

/** Signs in with e-mail and password; works as a plain form post too. */
export async function signInAction(_before: GateFormState, form: FormData): Promise<GateFormState> {
  const { db, sealer, log } = services()
  const email = String(form.get('email') ?? '')
  const refused = (error: string): GateFormState => ({ error, fieldErrors: {}, values: { email } })
  const origin = await pageOrigin()
  const password = String(form.get('password') ?? '')
  const result = await signIn(db, { email, password, origin, sealer }).catch((error: unknown) => {
    if (describeFailure(error, origin.id).code !== 'unavailable') throw error
    log.warn({ err: error, requestId: origin.id }, 'nobody can sign in while the database is away')
    return null
  })
  if (result === null) return refused((await getTranslations('signIn.error'))('unavailable'))
  return refused(await answerSignIn(result, form.get('next')))
}
