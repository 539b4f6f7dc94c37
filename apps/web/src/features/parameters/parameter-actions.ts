'use server'

import { isParameterKey, type ParameterKey } from '@highwater/core/parameters'
import { revalidatePath } from 'next/cache'
import { answerPlainForm } from '~/forms/answer-form.ts'
import type { FormState } from '~/forms/form-state.ts'

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()

function keyOf(form: FormData): ParameterKey {
  const key = textOf(form, 'key')
  if (isParameterKey(key)) return key
  throw new Error(`A form of the parameters names "${key}", which is none.`)
}

/** Not a number where nothing stands: the schema refuses it with the range. */
const numberOf = (text: string): number => (text === '' ? Number.NaN : Number(text))

export const saveParameter = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.parameter.update({
      [keyOf(form)]: numberOf(textOf(form, 'value')),
      expectedVersion: Number(textOf(form, 'version')),
    })
    revalidatePath('/system/parameters')
  })

export const resetParameter = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.parameter.reset({
      keys: [keyOf(form)],
      expectedVersion: Number(textOf(form, 'version')),
    })
    revalidatePath('/system/parameters')
  })
