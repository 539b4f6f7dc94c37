import 'server-only'
import { AppError } from '@highwater/core'
import { signInRefusalTexts } from '@highwater/core/account'
import { getLocale, getTranslations } from 'next-intl/server'
import { type GateFormState, untouched } from '~/features/gate/gate-form-state.ts'
import { faultWords } from '~/forms/fault-words.ts'

/** The faults of the fields, in the reader's language; everything else is not for them. */
export async function faultsFrom(error: unknown): Promise<GateFormState> {
  if (!(error instanceof AppError)) throw error
  const locale = await getLocale()
  if (error.faults.length === 0) {
    return { ...untouched, error: signInRefusalTexts.attempt_over[locale] }
  }
  const faults = error.faults.map(({ path, message }) => [path, faultWords(message, locale)])
  return { ...untouched, fieldErrors: Object.fromEntries(faults) }
}

/** What is said when the two passwords of a form are not the same. */
export async function differs(password: string, form: FormData): Promise<GateFormState | null> {
  if (password === String(form.get('repeated') ?? '')) return null
  const t = await getTranslations('signIn.newPassword')
  return { ...untouched, fieldErrors: { repeated: t('different') } }
}
