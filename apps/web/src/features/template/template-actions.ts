'use server'

import { type ChannelId, type MessageTemplateId, messageLocales } from '@highwater/core'
import { messageKinds } from '@highwater/core/notify'
import { revalidatePath } from 'next/cache'
import { answerForm, answerPlainForm } from '~/forms/answer-form.ts'
import type { FormState } from '~/forms/form-state.ts'
import { oneOf } from '~/list/read-list-query.ts'
import { templatesPath } from './template-address.ts'
import type { TemplateFormState } from './template-form-state.ts'
import { templateFromForm } from './template-from-form.ts'

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()
const templateOf = (form: FormData) => textOf(form, 'template') as MessageTemplateId

/** Saves the words as a new version. */
export async function saveTemplate(
  before: TemplateFormState,
  form: FormData,
): Promise<TemplateFormState> {
  const content = templateFromForm(form)
  const template = templateOf(form)
  return answerForm<TemplateFormState>(before, {
    refused: () => ({ version: null, posted: content }),
    async done(api) {
      const channel = textOf(form, 'channel')
      const { version } =
        template === ''
          ? await api.template.create({
              ...content,
              kind: oneOf(messageKinds, textOf(form, 'kind')) ?? 'firing',
              locale: oneOf(messageLocales, textOf(form, 'locale')) ?? 'zh-CN',
              channel: channel === '' ? null : (channel as ChannelId),
            })
          : await api.template.update({
              ...content,
              template,
              expectedVersion: Number(textOf(form, 'version')),
            })
      revalidatePath(templatesPath, 'layout')
      return { version, posted: null }
    },
  })
}

/** Goes back to the words that held before, unless somebody saved others meanwhile. */
export const resetTemplate = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    const expectedVersion = Number(textOf(form, 'version'))
    await api.template.reset({ template: templateOf(form), expectedVersion })
    revalidatePath(templatesPath, 'layout')
  })

/** Brings the words of an old version back. */
export const restoreTemplate = async (before: FormState, form: FormData): Promise<FormState> =>
  answerPlainForm(before, async (api) => {
    await api.template.restore({
      template: templateOf(form),
      restore: Number(textOf(form, 'restore')),
      expectedVersion: Number(textOf(form, 'version')),
    })
    revalidatePath(templatesPath, 'layout')
  })
