'use server'

import { AppError } from '@highwater/core'
import { setUpNeeded, signIn } from '@highwater/db/auth'
import { setUpFirstAdmin } from '@highwater/db/commands'
import { redirect } from 'next/navigation'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import type { GateFormState } from '~/features/gate/gate-form-state.ts'
import { faultWords } from '~/forms/fault-words.ts'
import { stranger } from '../auth/identify.ts'
import { setSessionCookie } from '../auth/set-session-cookie.ts'
import { commandContext } from '../command-context.ts'
import { services } from '../services.ts'
import { pageOrigin } from '../viewer.ts'

/** The form calls a person's name `name`. */
const fieldOf = (path: string): string => (path === 'displayName' ? 'name' : path)

/** Makes the first administrator and signs them in. */
export async function setUpAction(_before: GateFormState, form: FormData): Promise<GateFormState> {
  const shared = services()
  const origin = await pageOrigin()
  const text = (name: string) => String(form.get(name) ?? '')
  const email = text('email')
  const password = text('password')
  const [locale, timeZone] = await Promise.all([getLocale(), getTimeZone()])
  const context = commandContext(shared, stranger, origin)
  if (!(await setUpNeeded(shared.db))) {
    // Anybody may knock here for ever: the command would write each knock down.
    await shared.refusals.note(context, { action: 'account.setUp', reason: 'already_set_up' })
    redirect('/sign-in')
  }
  try {
    const displayName = text('name')
    await setUpFirstAdmin(context, { email, displayName, password, locale, timeZone })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'forbidden') redirect('/sign-in')
    return {
      error: error.faults.length === 0 ? error.message : null,
      fieldErrors: Object.fromEntries(
        error.faults.map(({ path, message }) => [fieldOf(path), faultWords(message, locale)]),
      ),
      values: { name: text('name'), email },
    }
  }
  const result = await signIn(shared.db, { email, password, origin, sealer: shared.sealer })
  if (!result.ok) {
    const t = await getTranslations('signIn.setUp')
    return { error: t('done'), fieldErrors: {}, values: {} }
  }
  await setSessionCookie(result.session.id, shared.environment)
  redirect('/')
}
