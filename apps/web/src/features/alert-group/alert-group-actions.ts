'use server'

import type { AlertGroupId, ChannelId } from '@highwater/core'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { answerPlainForm } from '~/forms/answer-form.ts'
import type { FormState } from '~/forms/form-state.ts'
import { saying } from '~/forms/said.ts'

const list = '/settings/groups'
const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()
const groupOf = (form: FormData) => textOf(form, 'group') as AlertGroupId

export const saveAlertGroup = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    const settings = {
      name: textOf(form, 'name'),
      remark: textOf(form, 'remark'),
      channels: form.getAll('channels').map(String) as ChannelId[],
    }
    const group = groupOf(form)
    if (group === '') {
      await api.alertGroup.create({ ...settings, department: textOf(form, 'department') || null })
    } else {
      const expectedVersion = Number(form.get('version'))
      await api.alertGroup.update({ ...settings, group, expectedVersion })
    }
    revalidatePath(list)
    redirect(saying('saved', list))
  })

export const deleteAlertGroup = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.alertGroup.remove({ group: groupOf(form) })
    revalidatePath(list)
    redirect(saying('deleted', list))
  })
