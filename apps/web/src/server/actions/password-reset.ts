'use server'

import { redeemPasswordReset, requestPasswordReset } from '@highwater/db/auth'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { type GateFormState, untouched } from '~/features/gate/gate-form-state.ts'
import { services } from '../services.ts'
import { pageOrigin } from '../viewer.ts'
import { differs, faultsFrom } from './gate-faults.ts'

/**
 * Sends a link to choose a new password. The answer is given before anything is looked up: neither its
 * words nor its time tell whether there is such an account.
 */
export async function askForResetAction(
  _before: GateFormState,
  form: FormData,
): Promise<GateFormState> {
  const { db, sealer, environment, log } = services()
  const origin = await pageOrigin()
  const email = String(form.get('email') ?? '')
  after(() =>
    requestPasswordReset(db, {
      email,
      origin,
      sealer,
      consoleUrl: environment.HIGHWATER_URL,
    }).catch((error: unknown) => {
      log.error({ err: error, requestId: origin.id }, 'a link for a new password was not sent')
    }),
  )
  redirect('/sign-in/forgot?sent=yes')
}

/** Sets the password that was chosen by a link. */
export async function redeemResetAction(
  _before: GateFormState,
  form: FormData,
): Promise<GateFormState> {
  const { db, sealer } = services()
  const newPassword = String(form.get('newPassword') ?? '')
  const fault = await differs(newPassword, form)
  if (fault !== null) return fault
  const origin = await pageOrigin()
  const token = String(form.get('token') ?? '')
  try {
    const outcome = await redeemPasswordReset(db, { token, newPassword, origin, sealer })
    if (outcome === 'void') {
      const t = await getTranslations('signIn.reset')
      return { ...untouched, error: t('void') }
    }
  } catch (error) {
    return faultsFrom(error)
  }
  redirect('/sign-in?changed=yes')
}
