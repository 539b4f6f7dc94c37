'use server'

import { revalidatePath } from 'next/cache'
import { answerPlainForm } from '~/forms/answer-form.ts'
import type { FormState } from '~/forms/form-state.ts'

export const removeHost = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.host.remove({ host: String(form.get('host') ?? '') })
    revalidatePath('/hosts')
  })
