'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { answerPlainForm } from '~/forms/answer-form.ts'
import type { FormState } from '~/forms/form-state.ts'

/** Brings an old version back, unless somebody saved another one since the page was read. */
export const restoreVersion = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.policy.restore({
      restore: Number(form.get('version')),
      expectedVersion: Number(form.get('inForce')),
    })
    revalidatePath('/settings/alerts')
    redirect('/settings/alerts')
  })
