'use server'

import type { SilenceId } from '@highwater/core'
import type { SilenceKind } from '@highwater/core/silence'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { answerPlainForm } from '~/forms/answer-form.ts'
import type { FormState } from '~/forms/form-state.ts'
import { saying } from '~/forms/said.ts'
import {
  departmentFromForm,
  isWindow,
  namingFromForm,
  silenceFromForm,
  windowFromForm,
} from './silence-draft.ts'

const list = '/silences'
const silenceOf = (form: FormData) => String(form.get('silence') ?? '') as SilenceId
const kindOf = (form: FormData): SilenceKind => (isWindow(form) ? 'maintenance' : 'silence')

export const saveSilence = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    const naming = namingFromForm(form)
    if (silenceOf(form) === '') {
      const made = { ...naming, department: departmentFromForm(form) }
      if (isWindow(form)) await api.silence.createWindow({ ...made, ...windowFromForm(form) })
      else await api.silence.create({ ...made, ...silenceFromForm(form) })
    } else {
      const expectedVersion = Number(form.get('version'))
      const changed = { ...naming, silence: silenceOf(form), expectedVersion }
      if (isWindow(form)) await api.silence.updateWindow({ ...changed, ...windowFromForm(form) })
      else await api.silence.update({ ...changed, ...silenceFromForm(form) })
    }
    revalidatePath(list)
    redirect(saying('saved', isWindow(form) ? `${list}?kind=maintenance` : list))
  })

export const endSilence = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.silence.end({ kind: kindOf(form), silence: silenceOf(form) })
    revalidatePath(list)
  })

export const deleteSilence = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.silence.remove({ kind: kindOf(form), silence: silenceOf(form) })
    revalidatePath(list)
    redirect(saying('deleted', list))
  })
