'use server'

import { messageLocales } from '@highwater/core'
import { revalidatePath } from 'next/cache'
import { answerPlainForm } from '~/forms/answer-form.ts'
import type { FormState } from '~/forms/form-state.ts'
import { oneOf } from '~/list/read-list-query.ts'

export const saveMessageForm = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.system.updateInstallation({
      messageLocale: oneOf(messageLocales, String(form.get('messageLocale'))),
      messageTimeZone: String(form.get('messageTimeZone')).trim(),
    })
    revalidatePath('/system')
  })
