'use server'

import type { UserId } from '@highwater/core'
import { revalidatePath } from 'next/cache'
import { answerForm, answerPlainForm } from '~/forms/answer-form.ts'
import type { FormState } from '~/forms/form-state.ts'
import type { InitialPasswordState } from './access-state.ts'

const userOf = (form: FormData) => String(form.get('user') ?? '') as UserId

/** Gives somebody an initial password, to be handed to them. */
export async function giveInitialPassword(
  before: InitialPasswordState,
  form: FormData,
): Promise<InitialPasswordState> {
  return answerForm<InitialPasswordState>(before, {
    refused: () => ({ made: null }),
    async done(api) {
      const made = await api.user.resetPassword({ user: userOf(form) })
      revalidatePath('/people', 'layout')
      return { made }
    },
  })
}

/** Takes the second factor from somebody who has lost it. */
export const takeSecondFactor = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.user.resetSecondFactor({ user: userOf(form) })
    revalidatePath('/people', 'layout')
  })
