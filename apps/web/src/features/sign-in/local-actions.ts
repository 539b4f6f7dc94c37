'use server'

import type { UserId } from '@highwater/core'
import { secondFactorScopes } from '@highwater/core/account'
import { revalidatePath } from 'next/cache'
import { answerPlainForm } from '~/forms/answer-form.ts'
import type { FormState } from '~/forms/form-state.ts'
import { oneOf } from '~/list/read-list-query.ts'

/** Saves who signs in with a password, and who needs a second factor then. */
export const saveLocalSignIn = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.signIn.updateLocal({
      localSignIn: form.get('localSignIn') !== null,
      secondFactorFor: oneOf(secondFactorScopes, String(form.get('secondFactorFor'))) ?? 'nobody',
      breakGlass: form.getAll('breakGlass').map((id) => String(id) as UserId),
    })
    revalidatePath('/settings/sign-in')
  })
