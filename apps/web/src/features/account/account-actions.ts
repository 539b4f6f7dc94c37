'use server'

import type { SessionId, UserId } from '@highwater/core'
import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { answerPlainForm } from '~/forms/answer-form.ts'
import { doneAfter, type FormState } from '~/forms/form-state.ts'

const path = '/account'
const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '')

export async function changePassword(before: FormState, form: FormData): Promise<FormState> {
  const newPassword = textOf(form, 'newPassword')
  if (newPassword !== textOf(form, 'repeated')) {
    const t = await getTranslations('account.password')
    return { ...doneAfter(before), outcome: 'refused', fieldErrors: { repeated: t('different') } }
  }
  return answerPlainForm(before, async (api) => {
    await api.me.changePassword({
      currentPassword: textOf(form, 'currentPassword'),
      newPassword,
    })
    revalidatePath(path)
  })
}

export const endSession = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.me.revokeSession({ session: textOf(form, 'session') as SessionId })
    revalidatePath(path)
    revalidatePath('/people', 'layout')
  })

export const endOtherSessions = async (before: FormState): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.me.revokeOtherSessions()
    revalidatePath(path)
  })

/** Ends all sessions of somebody else. */
export const endAllSessions = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.user.revokeSessions({ user: textOf(form, 'user') as UserId })
    revalidatePath('/people', 'layout')
  })
