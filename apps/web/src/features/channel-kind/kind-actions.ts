'use server'

import { isChannelKind } from '@highwater/channels/catalog'
import { AppError } from '@highwater/core'
import { revalidatePath } from 'next/cache'
import { answerPlainForm } from '~/forms/answer-form.ts'
import type { FormState } from '~/forms/form-state.ts'

const list = '/settings/channels'
const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()

function scopeOf(form: FormData) {
  const kind = textOf(form, 'kind')
  if (!isChannelKind(kind)) throw new AppError('not_found', 'There is no such kind of channel.')
  return { kind, department: textOf(form, 'department') || null }
}

export const switchKindOff = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.channel.switchKindOff({ ...scopeOf(form), note: textOf(form, 'note') })
    revalidatePath(list, 'layout')
  })

export const switchKindOn = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.channel.switchKindOn(scopeOf(form))
    revalidatePath(list, 'layout')
  })
