'use server'

import { signInRefusalTexts } from '@highwater/core/account'
import {
  confirmSetUpAtSignIn,
  leaveSetUpAtSignIn,
  passSecondFactor,
  replacePassword,
  type SignInResult,
} from '@highwater/db/auth'
import { getLocale } from 'next-intl/server'
import {
  type GateFormState,
  type SetUpFormState,
  untouched,
} from '~/features/gate/gate-form-state.ts'
import { presentedSessionId } from '../auth/unfinished-sign-in.ts'
import { services } from '../services.ts'
import { pageOrigin } from '../viewer.ts'
import { answerSignIn } from './answer-sign-in.ts'
import { differs, faultsFrom } from './gate-faults.ts'

const noCodes = { recoveryCodes: [] }

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '')

/** What a step needs to know of the attempt that it belongs to. */
async function attempt() {
  const { db, sealer } = services()
  return { db, sealer, origin: await pageOrigin(), sessionId: (await presentedSessionId()) ?? '' }
}

/** Takes the code of an app, or a recovery code. */
export async function giveCodeAction(
  _before: GateFormState,
  form: FormData,
): Promise<GateFormState> {
  const { db, ...known } = await attempt()
  const result = await passSecondFactor(db, { ...known, code: textOf(form, 'code') })
  return { ...untouched, error: await answerSignIn(result, form.get('next')) }
}

/** Replaces an initial password, or one that has expired. */
export async function replacePasswordAction(
  _before: GateFormState,
  form: FormData,
): Promise<GateFormState> {
  const newPassword = textOf(form, 'newPassword')
  const fault = await differs(newPassword, form)
  if (fault !== null) return fault
  const { db, ...known } = await attempt()
  let result: SignInResult
  try {
    result = await replacePassword(db, { ...known, newPassword })
  } catch (error) {
    return faultsFrom(error)
  }
  return { ...untouched, error: await answerSignIn(result, form.get('next')) }
}

/** Puts the second factor in force. The recovery codes are shown before the person goes on. */
export async function confirmSetUpAction(
  _before: SetUpFormState,
  form: FormData,
): Promise<SetUpFormState> {
  const { db, ...known } = await attempt()
  try {
    const codes = await confirmSetUpAtSignIn(db, { ...known, code: textOf(form, 'code') })
    if (codes !== null) return { ...untouched, recoveryCodes: codes }
    return { ...untouched, error: signInRefusalTexts.attempt_over[await getLocale()], ...noCodes }
  } catch (error) {
    return { ...(await faultsFrom(error)), ...noCodes }
  }
}

/** Goes on once the recovery codes are kept. */
export async function leaveSetUpAction(
  _before: GateFormState,
  form: FormData,
): Promise<GateFormState> {
  const { db, ...known } = await attempt()
  const result = await leaveSetUpAtSignIn(db, known)
  return { ...untouched, error: await answerSignIn(result, form.get('next')) }
}
